package carto

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

const (
	regionWidth     = 1000.0
	regionMaxHeight = 880.0
	regionMinHeight = 520.0
	regionTolerance = 0.5
	regionPadding   = 0.03 // of the width, around what is fitted
	// outlier is the share of its country's largest polygon below which an island is not fitted.
	outlier = 0.02
	// horizon is how far around the centre land is drawn, in degrees.
	horizon = 110.0
)

// framing is what the view of a region need not hold, so that the rest is large enough to read.
type framing struct {
	apart []string // countries far away; their marks stand at the edge
	east  float64  // longitude past which land may be cropped; 0 for none
}

// framings are the regions of which a plain fit would be mostly sea or one country.
var framings = map[string]framing{
	"eurasia":        {east: 112},                     // the far east of the Russian Federation is cropped
	"oceania":        {apart: []string{"CCK", "CXR"}}, // off Sumatra and Java
	"western-europe": {apart: []string{"SJM"}},        // in the Arctic Ocean
}

// Region draws the countries of a region, 1000 units wide, in the azimuthal equal-area projection
// around their middle. The view is fitted to the countries' land, less small islands far away;
// what lies outside is cropped or gets a mark at the edge. All other land is muted.
func Region(t *boundary.Topology, list List, id string) View {
	fitted := fit(t, list.Countries, framings[id])
	f := fitted.frame(regionWidth, regionMinHeight, regionMaxHeight, regionPadding)
	f.tolerance, f.radius, f.spacing, f.smallest = regionTolerance, 5, apart, 30
	v := f.draw(t.Near(fitted.centre, f.reach), list)
	v.Outline = f.edge()
	v.Graticule = f.grid(fitted.centre, 10)
	return v
}

// extent is the part of the earth that a view is fitted to: a rectangle of the plane around its
// centre, in units of the earth's radius.
type extent struct {
	centre orb.Point
	bound  orb.Bound
}

// fit finds the extent of countries, its centre in the middle of the rectangle.
func fit(t *boundary.Topology, countries []Country, by framing) extent {
	places := landmarks(t, countries, by)
	e := extent{centre: middle(places)}
	for tries := 0; ; tries++ {
		e.bound = orb.MultiPoint(mapped(places, azimuthal(e.centre, horizon))).Bound()
		off := e.bound.Center()
		if math.Hypot(off[0], off[1]) < 0.001 || tries == 8 { // earth radii
			return e
		}
		e.centre = azimuthalInverse(e.centre, off)
	}
}

// landmarks gives the points that a view must hold.
func landmarks(t *boundary.Topology, countries []Country, by framing) []orb.Point {
	var out []orb.Point
	for _, c := range countries {
		if slices.Contains(by.apart, c.ID) {
			continue
		}
		a, known := t.Area(c.ID)
		for _, polygon := range mainland(a.Geometry) {
			out = append(out, polygon[0]...)
		}
		if place, known := c.place(a, known); known && len(a.Geometry) == 0 {
			out = append(out, place)
		}
	}
	if by.east != 0 {
		out = slices.DeleteFunc(out, func(p orb.Point) bool { return p[0] > by.east })
	}
	return out
}

// mainland gives the polygons that are not small beside the largest.
func mainland(m orb.MultiPolygon) orb.MultiPolygon {
	size := func(p orb.Polygon) float64 {
		b := p.Bound()
		return (b.Max[0] - b.Min[0]) * (b.Max[1] - b.Min[1]) * math.Cos(radians(b.Center()[1]))
	}
	largest := 0.0
	for _, p := range m {
		largest = max(largest, size(p))
	}
	var out orb.MultiPolygon
	for _, p := range m {
		if size(p) >= outlier*largest {
			out = append(out, p)
		}
	}
	return out
}

// middle gives the place nearest to all places: the direction of their mean on the sphere.
func middle(places []orb.Point) orb.Point {
	var x, y, z float64
	for _, p := range places {
		sin, cos := math.Sincos(radians(p[1]))
		sinL, cosL := math.Sincos(radians(p[0]))
		x, y, z = x+cos*cosL, y+cos*sinL, z+sin
	}
	return orb.Point{degrees(math.Atan2(y, x)), degrees(math.Atan2(z, math.Hypot(x, y)))}
}

func mapped(places []orb.Point, project func(orb.Point) orb.Point) []orb.Point {
	out := make([]orb.Point, len(places))
	for i, p := range places {
		out[i] = project(p)
	}
	return out
}

// frame gives the window onto an extent: as wide as asked, between two heights, padded by a share
// of the width.
func (e extent) frame(width, minHeight, maxHeight, padding float64) frame {
	inner := width * (1 - 2*padding)
	spanX, spanY := e.bound.Max[0]-e.bound.Min[0], e.bound.Max[1]-e.bound.Min[1]
	scale := min(inner/max(spanX, 1e-6), (maxHeight-2*padding*width)/max(spanY, 1e-6))
	height := max(minHeight, math.Round(spanY*scale+2*padding*width))
	middle := e.bound.Center()
	project := azimuthal(e.centre, horizon)
	corner := math.Hypot(width, height)/2/scale + math.Hypot(middle[0], middle[1])
	return frame{
		width: width, height: height, cropped: true,
		reach: 2 * degrees(math.Asin(min(1, corner/2))),
		project: func(p orb.Point) orb.Point {
			q := project(p)
			return orb.Point{width/2 + (q[0]-middle[0])*scale, height/2 - (q[1]-middle[1])*scale}
		},
		turn: func(float64) float64 { return 0 },
	}
}

// edge is the rectangle of the view.
func (f frame) edge() string {
	var p pen
	p.ring(f.inside(0).ToRing())
	return p.String()
}

// grid is the meridians and parallels around a centre at every so many degrees.
func (f frame) grid(centre orb.Point, step float64) string {
	var p pen
	for lon := math.Ceil((centre[0]-horizon)/step) * step; lon <= centre[0]+horizon; lon += step {
		var line orb.LineString
		for lat := -80.0; lat <= 80; lat += 2 {
			line = append(line, orb.Point{lon, lat})
		}
		f.curve(&p, line)
	}
	for lat := -80.0; lat <= 80; lat += step {
		var line orb.LineString
		for lon := centre[0] - horizon; lon <= centre[0]+horizon; lon += 2 {
			line = append(line, orb.Point{lon, lat})
		}
		f.curve(&p, line)
	}
	return p.String()
}
