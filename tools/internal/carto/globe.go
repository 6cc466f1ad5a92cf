package carto

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

const (
	globeRadius = 27.0 // of the inset, in units of a place's picture
	globeMargin = 5.0
	// globeTolerance is the simplification of the inset, in units of its own frame.
	globeTolerance = 6.0
	globeReach     = 96.0 // degrees around the place in which land is drawn
	// coastClear is the least distance of coasts from the other end of the earth, in degrees.
	coastClear = 7.0
)

// globe draws, in a corner of a place's picture, the half of the earth around the place in the
// azimuthal equal-area projection, with a dot for the place in its middle.
func (l *Locator) globe(w *writer, centre orb.Point, width, height float64) {
	middle := l.globeCentre(centre)
	f := window(middle, math.Sqrt2*placeWidth/placeHeight)
	f.tolerance = globeTolerance
	land := f.draw(l.globes.Near(middle, globeReach), List{}).Land
	if l.isLand(antipode(middle)) {
		land = fmt.Sprintf("M%g %gh%[3]gv%[3]gh-%[3]gz", f.width/2-2*f.height, f.height/2-2*f.height, 4*f.height) + land
	}
	scale := globeRadius / (f.height / 2)
	x, y := width-globeRadius-globeMargin, height-globeRadius-globeMargin
	w.printf("<clipPath id=\"g\"><circle cx=\"%g\" cy=\"%g\" r=\"%g\"/></clipPath>\n", f.width/2, f.height/2, f.height/2)
	w.printf("<circle class=\"e\" cx=\"%g\" cy=\"%g\" r=\"%g\"/>\n", x, y, globeRadius+globeMargin/2)
	w.printf("<g transform=\"translate(%.4g %.4g) scale(%.4g)\"><path class=\"h\" fill-rule=\"evenodd\" clip-path=\"url(#g)\" d=\"%s\"/></g>\n",
		x-f.width/2*scale, y-f.height/2*scale, scale, land)
	dot := f.place(centre)
	w.printf("<circle class=\"o\" cx=\"%g\" cy=\"%g\" r=\"%g\"/>\n<circle class=\"c\" cx=\"%.4g\" cy=\"%.4g\" r=\"2.4\"/>\n",
		x, y, globeRadius, x+(dot[0]-f.width/2)*scale, y+(dot[1]-f.height/2)*scale)
}

// globeCentre is the middle of the inset: the place, or a place a little way off if a coast runs
// close to the other end of the earth, where a short line on the ground crosses the whole picture.
func (l *Locator) globeCentre(p orb.Point) orb.Point {
	for _, by := range []orb.Point{{}, {9, 0}, {-9, 0}, {0, 9}, {0, -9}, {14, 14}, {-14, -14}, {14, -14}, {-14, 14},
		{20, 0}, {-20, 0}, {0, 20}, {0, -20}, {25, 12}, {-25, -12}, {0, -30}, {0, 30}} {
		q := orb.Point{p[0] + by[0], p[1] + by[1]}
		if math.Abs(q[1]) < 80 && l.coastDistance(antipode(q)) > coastClear {
			return q
		}
	}
	return p
}

// coastDistance is how far the nearest coast is, in degrees of latitude or so.
func (l *Locator) coastDistance(p orb.Point) float64 {
	least := math.Inf(1)
	narrow := math.Cos(p[1] * math.Pi / 180)
	for _, a := range l.globes.Areas() {
		for _, polygon := range a.Geometry {
			for _, ring := range polygon {
				for i := 1; i < len(ring); i++ {
					flat := func(q orb.Point) orb.Point { return orb.Point{(q[0] - p[0]) * narrow, q[1] - p[1]} }
					least = min(least, planar.DistanceFromSegment(flat(ring[i-1]), flat(ring[i]), orb.Point{}))
				}
			}
		}
	}
	return least
}

// antipode is the other end of the earth. Land around it comes out of the projection inside out:
// what its ring encloses on paper is the rest of the world, and must be taken from the whole.
func antipode(p orb.Point) orb.Point {
	return orb.Point{math.Remainder(p[0]+180, 360), -p[1]}
}

func (l *Locator) isLand(p orb.Point) bool {
	for _, a := range l.globes.Areas() {
		if planar.MultiPolygonContains(a.Geometry, p) {
			return true
		}
	}
	return false
}

// oneLand dissolves every border: at the size of the inset only coasts can be seen.
func oneLand(t *boundary.Topology) *boundary.Topology {
	into := map[string]string{}
	for _, a := range t.Whole() {
		into[a.ID] = "land"
	}
	return t.Join(into)
}
