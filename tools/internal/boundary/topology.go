// Package boundary reads the world's boundaries and simplifies them on shared arcs.
//
// A border between two areas is one arc that both use, one of them backwards. Whatever is
// done to the arc is done to both sides, so neighbours never drift apart.
package boundary

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Topology is a set of areas whose rings are chains of shared arcs. It is never changed: every
// method that would change it gives a new one.
//
// Longitudes of an arc run on where it crosses the antimeridian (181, 182 …), so that no ring
// ever jumps; Areas cuts, Whole does not.
type Topology struct {
	arcs  []orb.LineString
	caps  func() []spot // around each arc, found when first needed
	areas []area        // sorted by id
}

// area is a country or another piece of the earth.
type area struct {
	id       string
	polygons []polygon
	// place stands for the area where no ring has an extent.
	place orb.Point
}

// polygon is an exterior ring, counter-clockwise, followed by its holes, clockwise.
type polygon []ring

// ring is a closed chain of arcs, head to tail; ^i is arc i backwards.
type ring []int

// Area is an area in longitude and latitude, in degrees.
type Area struct {
	ID string
	// Geometry is empty where the source has no ring with an extent. Exterior rings run
	// counter-clockwise and holes clockwise (RFC 7946, section 3.1.6).
	Geometry orb.MultiPolygon
	// Point is the centre of the largest polygon, or the place of an area without extent.
	Point orb.Point
}

// arcOf gives the arc that a reference names, whatever its direction.
func arcOf(ref int) int {
	if ref < 0 {
		return ^ref
	}
	return ref
}

// points gives a ring's positions, the last equal to the first.
func (t *Topology) points(r ring) orb.Ring {
	n := 1
	for _, ref := range r {
		n += len(t.arcs[arcOf(ref)]) - 1
	}
	out := make(orb.Ring, 0, n)
	for _, ref := range r {
		arc := t.arcs[arcOf(ref)]
		if ref < 0 {
			arc = arc.Clone()
			arc.Reverse()
		}
		if len(out) > 0 {
			arc = arc[1:]
		}
		out = append(out, arc...)
	}
	return out
}

// end gives where a reference's arc begins (0) or ends (1) in the direction of the reference.
func (t *Topology) end(ref, which int) orb.Point {
	arc := t.arcs[arcOf(ref)]
	if (ref < 0) != (which == 1) {
		return arc[len(arc)-1]
	}
	return arc[0]
}

// reversed gives the ring in the other direction.
func (r ring) reversed() ring {
	out := make(ring, len(r))
	for i, ref := range r {
		out[len(r)-1-i] = ^ref
	}
	return out
}

// signedArea of a closed ring, positive if counter-clockwise. Taken from the first point, it
// stays exact for tiny rings far from the origin.
func signedArea(r orb.Ring) float64 {
	var sum float64
	for i := 1; i+1 < len(r); i++ {
		ax, ay := r[i][0]-r[0][0], r[i][1]-r[0][1]
		bx, by := r[i+1][0]-r[0][0], r[i+1][1]-r[0][1]
		sum += ax*by - bx*ay
	}
	return sum / 2
}

// uses counts for each arc how many rings run along it.
func (t *Topology) uses() []int {
	n := make([]int, len(t.arcs))
	for _, a := range t.areas {
		for _, p := range a.polygons {
			for _, r := range p {
				for _, ref := range r {
					n[arcOf(ref)]++
				}
			}
		}
	}
	return n
}

// Whole gives the areas sorted by id, not cut at the antimeridian: longitudes of a ring run on
// past 180. This is the form to project and draw.
func (t *Topology) Whole() []Area {
	out := make([]Area, len(t.areas))
	for i, a := range t.areas {
		out[i] = t.whole(a)
	}
	return out
}

// Area gives one area as Whole does.
func (t *Topology) Area(id string) (Area, bool) {
	i, ok := slices.BinarySearchFunc(t.areas, id, func(a area, id string) int { return strings.Compare(a.id, id) })
	if !ok {
		return Area{}, false
	}
	return t.whole(t.areas[i]), true
}

func (t *Topology) whole(a area) Area {
	m := t.geometry(a)
	return Area{ID: a.id, Geometry: m, Point: centre(m, a.place)}
}

// geometry gives an area's polygons, without rings that have lost their extent.
func (t *Topology) geometry(a area) orb.MultiPolygon {
	var out orb.MultiPolygon
	for _, p := range a.polygons {
		var rings orb.Polygon
		for i, r := range p {
			points := t.points(r)
			if len(points) >= 4 && signedArea(points) != 0 {
				rings = append(rings, points)
			} else if i == 0 {
				break
			}
		}
		if len(rings) > 0 {
			out = append(out, rings)
		}
	}
	return out
}

// centre gives the centroid of the largest polygon, measured with longitudes shrunk by latitude.
func centre(m orb.MultiPolygon, none orb.Point) orb.Point {
	if len(m) == 0 {
		return none
	}
	size := func(p orb.Polygon) float64 {
		return math.Abs(signedArea(p[0])) * math.Cos(p[0][0][1]*math.Pi/180)
	}
	largest := slices.MaxFunc(m, func(a, b orb.Polygon) int { return cmp.Compare(size(a), size(b)) })
	c, _ := planar.CentroidArea(largest[0])
	return c
}

// Border is a line between two areas, A before B.
type Border struct {
	A, B string
	Line orb.LineString
}

// Borders gives the arcs between two different areas, each once, in the order of the file.
// Like Whole they are not cut at the antimeridian.
func (t *Topology) Borders() []Border {
	owners := make([][]string, len(t.arcs))
	for _, a := range t.areas {
		for _, p := range a.polygons {
			for _, r := range p {
				for _, ref := range r {
					owners[arcOf(ref)] = append(owners[arcOf(ref)], a.id)
				}
			}
		}
	}
	var out []Border
	for i, o := range owners {
		if len(o) == 2 && o[0] != o[1] {
			out = append(out, Border{min(o[0], o[1]), max(o[0], o[1]), t.arcs[i].Clone()})
		}
	}
	return out
}
