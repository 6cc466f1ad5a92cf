package carto

import (
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
	"github.com/paulmach/orb/planar"
	"github.com/paulmach/orb/simplify"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

// Country is a country or territory to draw.
type Country struct {
	ID string
	// Point is longitude and latitude of its mark where the boundaries have no area for it.
	Point *orb.Point
}

// List says what to draw and how.
type List struct {
	// Countries have a status: each becomes a Shape.
	Countries []Country
	// Undetermined are areas drawn hatched and without status. Every other area is plain land.
	Undetermined []string
	// Unsettled are borders drawn dashed.
	Unsettled []Unsettled
}

// Unsettled is a border, or the stretch of it within some longitudes and latitudes, that is not
// agreed.
type Unsettled struct {
	A, B   string
	Within *orb.Bound // nil for all of it
}

// View is a map ready to write: paths are SVG path data in units of the view, x to the right and
// y down from 0 to Width and Height.
type View struct {
	Width, Height float64
	// Shapes has one entry for each country of the list, sorted by ID.
	Shapes []Shape
	// Land are areas without status, Undetermined those whose status is not settled.
	Land, Undetermined string
	// Borders are the lines between areas, each once; Unsettled those of them that are dashed.
	Borders, Unsettled string
	// Outline is the edge of the map's ground, Graticule its meridians and parallels.
	Outline, Graticule string
}

// Shape is how a country is drawn. A country without an area, or with one below about ten square
// units, has a Mark besides its Path; Path may then be empty.
type Shape struct {
	ID, Path string
	Area     float64 // in square units
	Mark     *Mark
}

// frame is the window of a view: how a place comes into it.
type frame struct {
	width, height float64
	project       func(orb.Point) orb.Point
	// turn gives the whole turn by which a polygon around this longitude is moved, so that it
	// lies on the right side of the map.
	turn      func(lon float64) float64
	tolerance float64
	// radius is that of marks, spacing the least distance between the centres of two; countries
	// drawn smaller than smallest square units get one.
	radius, spacing, smallest float64
	// cropped tells that land reaches past the edges of the view, reach how far its corners are
	// from its centre, in degrees.
	cropped bool
	reach   float64
}

// draw makes a view of a topology.
func (f frame) draw(t *boundary.Topology, list List) View {
	t = t.Simplify(f.place, f.tolerance) // on the side of the map where it is drawn
	v := View{Width: f.width, Height: f.height}
	areas := map[string]boundary.Area{}
	var land, undetermined pen
	all := t.Whole()
	for _, a := range all {
		areas[a.ID] = a
		switch {
		case slices.ContainsFunc(list.Countries, func(c Country) bool { return c.ID == a.ID }):
		case slices.Contains(list.Undetermined, a.ID):
			f.area(&undetermined, a, false)
		default:
			f.area(&land, a, false)
		}
	}
	v.Shapes = f.shapes(areas, list.Countries, reversed(t.Borders()))
	f.mark(v.Shapes, all, list.Countries)
	v.Land, v.Undetermined = land.String(), undetermined.String()
	v.Borders, v.Unsettled = f.borders(t, list.Unsettled)
	return v
}

// shapes draws the countries, sorted by ID.
func (f frame) shapes(areas map[string]boundary.Area, countries []Country, turned map[string]bool) []Shape {
	shapes := make([]Shape, len(countries))
	for i, c := range countries {
		var p pen
		shapes[i] = Shape{ID: c.ID, Area: f.area(&p, areas[c.ID], turned[c.ID])}
		shapes[i].Path = p.String()
	}
	slices.SortFunc(shapes, func(a, b Shape) int { return strings.Compare(a.ID, b.ID) })
	return shapes
}

// mark gives marks to the countries that are too small to see.
func (f frame) mark(shapes []Shape, areas []boundary.Area, countries []Country) {
	places := map[string]orb.Point{}
	for _, a := range areas {
		places[a.ID] = a.Point
	}
	for _, c := range countries {
		if c.Point != nil {
			places[c.ID] = *c.Point
		}
	}
	var marked []int
	var anchors []orb.Point
	for i, s := range shapes {
		place, known := places[s.ID]
		if s.Area < f.smallest && known {
			marked = append(marked, i)
			anchors = append(anchors, clamp(f.place(place), f.inside(0)))
		}
	}
	if len(marked) == 0 {
		return
	}
	g := f.ground(shapes, areas)
	for k, at := range g.settle(marked, anchors) {
		shapes[marked[k]].Mark = &Mark{X: round(at[0]), Y: round(at[1]), R: f.radius, Hit: g.hit(at, marked[k]),
			AnchorX: round(anchors[k][0]), AnchorY: round(anchors[k][1])}
	}
}

// place is where a country's mark belongs: its own point if it has one, else its area's.
func (c Country) place(a boundary.Area, known bool) (orb.Point, bool) {
	if c.Point != nil {
		return *c.Point, true
	}
	return a.Point, known
}

func round(v float64) float64 { return math.Round(v*10) / 10 }

// inside gives the view's rectangle less a margin.
func (f frame) inside(margin float64) orb.Bound {
	return orb.Bound{Min: orb.Point{margin, margin}, Max: orb.Point{f.width - margin, f.height - margin}}
}

// place projects a single place.
func (f frame) place(p orb.Point) orb.Point {
	return f.project(orb.Point{p[0] + f.turn(p[0]), p[1]})
}

// bleed is how far land is drawn past the edge of a cropped view, so that no outline runs along it.
const bleed = 4.0

// area writes an area's polygons, its rings turned round if asked, and gives their size in the
// view.
func (f frame) area(p *pen, a boundary.Area, turned bool) float64 {
	var size float64
	for _, ring := range f.rings(a) {
		size -= planar.Area(ring) // y points down, so exteriors count negative
		if turned {
			ring.Reverse()
		}
		p.ring(ring)
	}
	return size
}

// rings gives an area's rings in the view.
func (f frame) rings(a boundary.Area) []orb.Ring {
	var out []orb.Ring
	for _, polygon := range a.Geometry {
		turn := f.turn(polygon[0][0][0]) // the end of an arc, which is there however few points are left
		for _, ring := range polygon {
			flat := orb.Ring(f.flat(ring, turn))
			if f.cropped {
				flat = clip.Ring(f.inside(-bleed), flat)
			}
			if len(flat) >= 4 {
				out = append(out, flat)
			}
		}
	}
	return out
}

func (f frame) flat(line []orb.Point, turn float64) []orb.Point {
	out := make([]orb.Point, len(line))
	for i, q := range line {
		out[i] = f.project(orb.Point{q[0] + turn, q[1]})
	}
	return out
}

// borders writes all borders, and once more the unsettled ones.
func (f frame) borders(t *boundary.Topology, unsettled []Unsettled) (all, dashed string) {
	var p, q pen
	for _, b := range t.Borders() {
		f.line(&p, b.Line)
		for _, u := range unsettled {
			if min(u.A, u.B) == b.A && max(u.A, u.B) == b.B {
				for _, part := range u.stretch(b.Line) {
					f.line(&q, part)
				}
			}
		}
	}
	return p.String(), q.String()
}

// stretch gives the part of a border that is not agreed.
func (u Unsettled) stretch(line orb.LineString) orb.MultiLineString {
	if u.Within == nil {
		return orb.MultiLineString{line}
	}
	return clip.LineString(*u.Within, line)
}

// line writes the part of a line that lies in the view.
func (f frame) line(p *pen, line orb.LineString) {
	parts := orb.MultiLineString{f.flat(line, 0)}
	if f.cropped {
		parts = clip.LineString(f.inside(-bleed), parts[0])
	}
	for _, part := range parts {
		p.open(part)
	}
}

// curve writes the part of a meridian or parallel that lies in the view, without the points that
// change it less than anyone can see.
func (f frame) curve(p *pen, line orb.LineString) {
	for _, part := range clip.LineString(f.inside(-bleed), f.flat(line, 0)) {
		p.open(simplify.DouglasPeucker(0.15).LineString(part))
	}
}
