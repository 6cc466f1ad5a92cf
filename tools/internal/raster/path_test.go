package raster

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPathDataIsRead(t *testing.T) {
	for _, c := range []struct {
		d    string
		want []line
	}{
		{"", nil},
		{"M1 2l3 4", []line{{[]point{{1, 2}, {4, 6}}, false}}},
		{"M1 2 3 4", []line{{[]point{{1, 2}, {3, 4}}, false}}},
		{"M.5-.5l.5.5-1-1z", []line{{[]point{{.5, -.5}, {1, 0}, {0, -1}}, true}}},
		{"M0 0h2v3H0z", []line{{[]point{{0, 0}, {2, 0}, {2, 3}, {0, 3}}, true}}},
		{"M1 1h1v1zm5 5h1v1z", []line{{[]point{{1, 1}, {2, 1}, {2, 2}}, true}, {[]point{{6, 6}, {7, 6}, {7, 7}}, true}}},
		{"M1 1h1zl2 2", []line{{[]point{{1, 1}, {2, 1}}, true}, {[]point{{1, 1}, {3, 3}}, false}}},
		{"M1.5 1.5h0", []line{{[]point{{1.5, 1.5}, {1.5, 1.5}}, false}}},
		{"M1 1l2 2Q3 3 4 4", []line{{[]point{{1, 1}, {3, 3}}, false}}}, // the rest is left out
		{"M1 1l2 2c3 3 4", []line{{[]point{{1, 1}, {3, 3}}, false}}},
		{"L1 1", nil},
		{"M1", nil},
	} {
		if diff := cmp.Diff(c.want, lines(c.d), cmp.AllowUnexported(line{}, point{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.d, diff)
		}
	}
}

func TestCurvesBecomeLines(t *testing.T) {
	// A quarter of a circle, within three ten-thousandths.
	for _, d := range []string{"M1 0C1 .5522847498 .5522847498 1 0 1", "M1 0c0 .5522847498-.4477152502 1-1 1"} {
		got := lines(d)
		if len(got) != 1 || len(got[0].points) < 9 {
			t.Fatalf("%q: %v", d, got)
		}
		for _, p := range got[0].points {
			if r := math.Hypot(p.x, p.y); math.Abs(r-1) > 3e-4 {
				t.Errorf("%q: %v is %.4f from the centre; want 1", d, p, r)
			}
		}
		if last := got[0].points[len(got[0].points)-1]; last != (point{0, 1}) {
			t.Errorf("%q ends at %v", d, last)
		}
	}
}

func FuzzPathData(f *testing.F) {
	f.Add("M.5-.5l.5.5-1-1zm1 2h3v4H5V6zc1 1 2 1 3 0")
	f.Fuzz(func(t *testing.T, d string) {
		for _, l := range lines(d) {
			if len(l.points) == 0 {
				t.Errorf("%q gives a line without points", d)
			}
		}
	})
}

func TestDashesAddUp(t *testing.T) {
	length := func(all []line) (sum float64) {
		for _, l := range all {
			sum += math.Hypot(l.points[1].x-l.points[0].x, l.points[1].y-l.points[0].y)
		}
		return sum
	}
	square := []line{{[]point{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, true}}
	for _, c := range []struct {
		on, off, want float64
	}{{1, 1, 20}, {3, 1, 30}, {40, 1, 40}, {0.5, 1.5, 10}} {
		if got := length(dashed(square, []float64{c.on, c.off})); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("dashes of %g with gaps of %g: %g in all; want %g", c.on, c.off, got, c.want)
		}
	}
	if got := dashed(square, nil); len(got) != 1 {
		t.Errorf("without a pattern the line is cut into %d", len(got))
	}
}

func TestStrokesGoOneWayRound(t *testing.T) {
	area := func(l line) (sum float64) {
		for i, a := range l.points {
			b := l.points[(i+1)%len(l.points)]
			sum += a.x*b.y - b.x*a.y
		}
		return sum
	}
	path := []line{{[]point{{0, 0}, {10, 3}, {2, 9}, {-4, -4}}, true}}
	for _, part := range stroke(path, 2, true) {
		if area(part) >= 0 {
			t.Errorf("%v goes the other way round", part.points)
		}
	}
}
