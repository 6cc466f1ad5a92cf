package carto

import (
	"fmt"
	"math"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

const (
	placeWidth, placeHeight = 320.0, 240.0
	// placeTolerance is the finest simplification, in units of the view. It grows toward
	// placeCoarsest where the paths would take more than placeBytes.
	placeTolerance, placeCoarsest = 0.5, 2
	placeBytes                    = 3500
	// placeMargin is how much wider than the country its surroundings are drawn, but no more
	// than placeAround, in earth radii, on each side.
	placeMargin, placeAround = 1.9, 0.13
	// placeNearest and placeFurthest bound half the width of what is shown, in earth radii: about
	// 450 and 4,500 km. A view with little land around the country is widened toward the second.
	placeNearest, placeFurthest = 0.07, 0.7
	// placeLand is the share of land around a country that is enough to know the place by.
	placeLand = 0.05
)

// Locator draws where countries lie. It may be used by several goroutines.
type Locator struct {
	fine, coarse, globes *boundary.Topology
}

// NewLocator prepares a topology for small pictures.
func NewLocator(t *boundary.Topology) *Locator {
	return &Locator{t.Simplify(EqualEarth, 0.0003), t.Simplify(EqualEarth, 0.004), oneLand(t).Simplify(EqualEarth, 0.03)} // about 2, 25 and 190 km
}

// Place draws a country in ink among its neighbours, in the azimuthal equal-area projection around
// it, with a ring where it would be too small to see, and in a corner the half of the earth that it
// lies on. The picture stands alone, adapts to a dark ground and takes a few kilobytes.
func (l *Locator) Place(c Country, title, desc string) ([]byte, error) {
	fitted := fit(l.fine, []Country{c}, framing{})
	if fitted.bound.IsEmpty() {
		return nil, fmt.Errorf("country %s has neither an area nor a point", c.ID)
	}
	f, v := l.draw(c, fitted.centre, l.reach(c, fitted))
	var w writer
	w.printf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" role="img" aria-labelledby="t d">`+"\n", f.width, f.height)
	w.printf("<title id=\"t\">%s</title>\n<desc id=\"d\">%s</desc>\n<style>%s</style>\n", escape(title), escape(desc), placeStyle())
	w.Path("s", f.edge(), "")
	w.Path("l", v.Land, "")
	w.Path("c", v.Shapes[0].Path, "")
	if m := v.Shapes[0].Mark; m != nil {
		w.printf("<circle class=\"r\" cx=\"%g\" cy=\"%g\" r=\"%g\"/>\n", m.AnchorX, m.AnchorY, f.radius)
		if v.Shapes[0].Area < 1 {
			w.printf("<circle class=\"c\" cx=\"%g\" cy=\"%g\" r=\"1.6\"/>\n", m.AnchorX, m.AnchorY)
		}
	}
	l.globe(&w, fitted.centre, f.width, f.height)
	w.printf("</svg>\n")
	return w.Bytes(), nil
}

// placeStyle colours a locator with the palette: only ink, land and sea, since colours of status
// appear only as status.
func placeStyle() string {
	rules := func(dark bool) string {
		colours := map[string]string{}
		for _, c := range Palette() {
			colours[c.Name] = c.Light
			if dark {
				colours[c.Name] = c.Dark
			}
		}
		return fmt.Sprintf(".s{fill:%s}.l{fill:%s;stroke:%[3]s;stroke-width:.5}.c{fill:%[4]s;stroke:%[1]s;stroke-width:.3}.r{fill:none;stroke:%[4]s;stroke-width:1.4}"+
			".e{fill:%[1]s}.h{fill:%[3]s}.o{fill:none;stroke:%[3]s}",
			colours["ground"], colours["none"], colours["edge"], colours["ink"])
	}
	return rules(false) + "@media screen and (prefers-color-scheme:dark){" + rules(true) + "}"
}

// reach gives half the width to show around a country, in earth radii.
func (l *Locator) reach(c Country, e extent) float64 {
	own := max(e.bound.Max[0]-e.bound.Min[0], (e.bound.Max[1]-e.bound.Min[1])*placeWidth/placeHeight) / 2
	half := max(min(own*placeMargin, own+placeAround), placeNearest)
	for half < placeFurthest {
		f := window(e.centre, half)
		var around float64
		for _, a := range l.coarse.Near(e.centre, f.reach).Whole() {
			if a.ID != c.ID {
				around += f.area(new(pen), a, false)
			}
		}
		if around >= placeLand*f.width*f.height {
			break
		}
		half = min(half*1.3, placeFurthest)
	}
	return half
}

// draw draws a country in its window, as finely as its bytes allow.
func (l *Locator) draw(c Country, centre orb.Point, half float64) (frame, View) {
	f := window(centre, half)
	near := l.fine.Near(centre, f.reach)
	f.tolerance = placeTolerance
	exact := f.project
	for {
		v := f.draw(near, List{Countries: []Country{c}})
		bytes := float64(len(v.Land) + len(v.Shapes[0].Path))
		if bytes <= placeBytes || f.tolerance == placeCoarsest {
			return f, v
		}
		f.tolerance = min(f.tolerance*max(bytes/placeBytes, 1.1), placeCoarsest)
		if f.tolerance >= 1 {
			f.project = whole(exact) // tenths would say more than the line knows
		}
	}
}

// whole rounds a projection to whole units.
func whole(project func(orb.Point) orb.Point) func(orb.Point) orb.Point {
	return func(p orb.Point) orb.Point {
		q := project(p)
		return orb.Point{math.Round(q[0]), math.Round(q[1])}
	}
}

// window is the frame whose centre is a place and whose half width is given in earth radii.
func window(centre orb.Point, half float64) frame {
	middle := orb.Bound{Min: orb.Point{-half, -half * placeHeight / placeWidth}, Max: orb.Point{half, half * placeHeight / placeWidth}}
	f := extent{centre, middle}.frame(placeWidth, placeHeight, placeHeight, 0)
	f.radius, f.smallest = 9, 60
	return f
}
