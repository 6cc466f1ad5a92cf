package boundary_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	orbsimplify "github.com/paulmach/orb/simplify"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

// plane is Equal Earth's cylinder cousin of the same width, 1000 units: good enough to compare
// two ways of leaving out points by the same measure.
func plane(p orb.Point) orb.Point {
	const scale = 1000 / (2 * math.Pi)
	return orb.Point{p[0] * math.Pi / 180 * scale, math.Sin(p[1]*math.Pi/180) * scale}
}

// thinned is what a method leaves of the world's lines.
type thinned struct {
	points, bytes int
	mean, most    float64 // distance of the points that went from the line that is left
}

// The fewest points within a tolerance, which Simplify keeps, against the methods of Douglas and
// Peucker and of Visvalingam and Whyatt (plain, not weighted by angle) on the same lines: at the
// same size after gzip they stray least. Run with -v for the numbers.
func TestFewestPointsStrayLeastAtTheSameSize(t *testing.T) {
	lines := worldLines(t)
	size := thin(lines, func(line orb.LineString) orb.LineString { return boundary.Fewest(line, 0.32) })
	t.Logf("%-19s %5d points, %5d bytes gzipped, mean %.3f, most %.2f units", "fewest", size.points, size.bytes, size.mean, size.most)
	for _, other := range []struct {
		name   string
		method func(threshold float64) orb.Simplifier
	}{
		{"Douglas–Peucker", func(at float64) orb.Simplifier { return orbsimplify.DouglasPeucker(at) }},
		{"Visvalingam–Whyatt", func(at float64) orb.Simplifier { return orbsimplify.Visvalingam(at, 4) }},
	} {
		low, high := 0.0, 2.0
		var got thinned
		for range 20 { // the threshold at which it takes as many bytes
			threshold := (low + high) / 2
			if got = thin(lines, other.method(threshold).LineString); got.bytes > size.bytes {
				low = threshold
			} else {
				high = threshold
			}
		}
		t.Logf("%-19s %5d points, %5d bytes gzipped, mean %.3f, most %.2f units", other.name, got.points, got.bytes, got.mean, got.most)
		if d := math.Abs(float64(got.bytes-size.bytes)) / float64(size.bytes); d > 0.01 {
			t.Errorf("sizes differ by %.1f %%: nothing is compared", 100*d)
		}
		if size.most >= got.most || size.mean >= got.mean {
			t.Errorf("%s strays %.3f and %.2f at most, the fewest points %.3f and %.2f: choose again", other.name, got.mean, got.most, size.mean, size.most)
		}
	}
}

// worldLines gives every border once and every coast, projected.
func worldLines(t testing.TB) []orb.LineString {
	t.Helper()
	topology := world(t).Without("ATA")
	var out []orb.LineString
	for _, a := range topology.Whole() {
		for _, p := range a.Geometry {
			for _, r := range p {
				line := make(orb.LineString, len(r))
				for i, q := range r {
					line[i] = plane(q)
				}
				if math.Abs(planar.Area(orb.Ring(line))) >= 0.49 { // as Simplify drops smaller islands
					out = append(out, line)
				}
			}
		}
	}
	return out
}

func thin(lines []orb.LineString, method func(orb.LineString) orb.LineString) thinned {
	var out thinned
	var path bytes.Buffer
	var gone int
	for _, line := range lines {
		left := method(line.Clone())
		out.points += len(left)
		for i, p := range left {
			from := orb.Point{}
			if i > 0 {
				from = left[i-1]
			}
			fmt.Fprintf(&path, "%.1f %.1f ", p[0]-from[0], p[1]-from[1])
		}
		at := 0 // both keep a subsequence: each point that went lies between two that are left
		for _, p := range line {
			if at+1 < len(left) && p == left[at+1] {
				at++
			}
			if p == left[at] || at+1 == len(left) {
				continue
			}
			d := math.Sqrt(planar.DistanceFromSegmentSquared(left[at], left[at+1], p))
			out.mean, out.most, gone = out.mean+d, max(out.most, d), gone+1
		}
	}
	out.mean /= float64(gone)
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write(path.Bytes())
	z.Close()
	out.bytes = packed.Len()
	return out
}
