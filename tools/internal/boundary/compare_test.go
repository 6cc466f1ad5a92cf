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

// Douglas and Peucker's method, which Simplify uses, against that of Visvalingam and Whyatt (plain,
// not weighted by angle) on the same lines: at the same size after gzip, the first strays less.
// Run with -v for the numbers.
func TestDouglasPeuckerStraysLessThanVisvalingamAtTheSameSize(t *testing.T) {
	lines := worldLines(t)
	peucker := thin(lines, orbsimplify.DouglasPeucker(0.35))
	low, high := 0.0, 2.0
	var visvalingam thinned
	for range 25 { // the threshold at which it takes as many bytes
		threshold := (low + high) / 2
		if visvalingam = thin(lines, orbsimplify.Visvalingam(threshold, 4)); visvalingam.bytes > peucker.bytes {
			low = threshold
		} else {
			high = threshold
		}
	}
	t.Logf("Douglas–Peucker     %5d points, %5d bytes gzipped, mean %.3f, most %.2f units", peucker.points, peucker.bytes, peucker.mean, peucker.most)
	t.Logf("Visvalingam–Whyatt  %5d points, %5d bytes gzipped, mean %.3f, most %.2f units", visvalingam.points, visvalingam.bytes, visvalingam.mean, visvalingam.most)
	if d := math.Abs(float64(visvalingam.bytes-peucker.bytes)) / float64(peucker.bytes); d > 0.01 {
		t.Errorf("sizes differ by %.1f %%: nothing is compared", 100*d)
	}
	if peucker.most >= visvalingam.most || peucker.most > 0.3501 {
		t.Errorf("Douglas–Peucker strays %.2f, Visvalingam–Whyatt %.2f: choose again", peucker.most, visvalingam.most)
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

func thin(lines []orb.LineString, method orb.Simplifier) thinned {
	var out thinned
	var path bytes.Buffer
	var gone int
	for _, line := range lines {
		left := method.LineString(line.Clone())
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
