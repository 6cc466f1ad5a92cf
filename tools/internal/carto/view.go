package carto

import (
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

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
}

// View is a map ready to write: paths are SVG path data in units of the view, x to the right and
// y down from 0 to Width and Height.
type View struct {
	Width, Height float64
	// Shapes has one entry for each country of the list, sorted by ID.
	Shapes []Shape
	// Land are areas without status, Undetermined those whose status is not settled.
	Land, Undetermined string
	// Borders are the lines between areas, each once.
	Borders string
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
}

// draw makes a view of a topology.
func (f frame) draw(t *boundary.Topology, list List) View {
	t = t.Simplify(f.project, f.tolerance)
	v := View{Width: f.width, Height: f.height}
	areas := map[string]boundary.Area{}
	for _, a := range t.Whole() {
		areas[a.ID] = a
	}
	v.Shapes = f.shapes(areas, list.Countries)
	var land, undetermined pen
	for _, a := range t.Whole() {
		switch {
		case hasCountry(list.Countries, a.ID):
		case slices.Contains(list.Undetermined, a.ID):
			f.area(&undetermined, a)
		default:
			f.area(&land, a)
		}
	}
	v.Land, v.Undetermined = land.String(), undetermined.String()
	v.Borders = f.borders(t)
	return v
}

func hasCountry(countries []Country, id string) bool {
	return slices.ContainsFunc(countries, func(c Country) bool { return c.ID == id })
}

// shapes draws the countries and gives marks to those that need one.
func (f frame) shapes(areas map[string]boundary.Area, countries []Country) []Shape {
	shapes := make([]Shape, len(countries))
	var anchors []orb.Point
	var marked []int
	countries = slices.SortedFunc(slices.Values(countries), func(a, b Country) int { return strings.Compare(a.ID, b.ID) })
	for i, c := range countries {
		a, known := areas[c.ID]
		var p pen
		shapes[i] = Shape{ID: c.ID, Area: f.area(&p, a)}
		shapes[i].Path = p.String()
		if shapes[i].Area >= smallestArea {
			continue
		}
		place := a.Point
		if c.Point != nil {
			place = *c.Point
		} else if !known {
			continue
		}
		marked = append(marked, i)
		anchors = append(anchors, f.place(place))
	}
	for k, at := range spread(anchors, 2*markRadius+markGap, f.inside(markRadius)) {
		shapes[marked[k]].Mark = &Mark{round(at[0]), round(at[1]), markRadius, round(anchors[k][0]), round(anchors[k][1])}
	}
	return shapes
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

// area writes an area's polygons and gives their size.
func (f frame) area(p *pen, a boundary.Area) float64 {
	var size float64
	for _, polygon := range a.Geometry {
		turn := f.turn(polygon.Bound().Center()[0])
		for _, ring := range polygon {
			flat := make(orb.Ring, len(ring))
			for i, q := range ring {
				flat[i] = f.project(orb.Point{q[0] + turn, q[1]})
			}
			size -= planar.Area(flat) // y points down, so exteriors count negative
			p.ring(flat)
		}
	}
	return size
}

func (f frame) borders(t *boundary.Topology) string {
	var p pen
	for _, line := range t.Borders() {
		flat := make(orb.LineString, len(line))
		for i, q := range line {
			flat[i] = f.project(q)
		}
		p.open(flat)
	}
	return p.String()
}
