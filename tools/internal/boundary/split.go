package boundary

import (
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"
)

// Part is a country whose land the source counts to another area.
type Part struct {
	// ID is the country's, From the area's that its polygons are taken out of.
	ID, From string
	// At is a place in the country; the polygon there, and those nearer to it than to the
	// area's largest polygon or to other parts, go to the country.
	At orb.Point
}

// Split gives the topology with parts of areas made areas of their own. A part without a polygon
// within a degree of its place gets none.
func (t *Topology) Split(parts []Part) *Topology {
	out := &Topology{arcs: t.arcs, caps: t.caps, areas: slices.Clone(t.areas)}
	for i, a := range t.areas {
		var mine []Part
		for _, p := range parts {
			if p.From == a.id {
				mine = append(mine, p)
			}
		}
		if len(mine) > 0 {
			split := t.split(a, mine)
			out.areas[i] = split[0]
			out.areas = append(out.areas, split[1:]...)
		}
	}
	slices.SortFunc(out.areas, func(a, b area) int { return strings.Compare(a.id, b.id) })
	return out
}

// split gives what remains of an area, then its parts.
func (t *Topology) split(a area, parts []Part) []area {
	out := []area{{id: a.id, place: a.place}}
	seeds := []orb.Ring{t.largest(a)}
	for _, p := range parts {
		if seed := t.polygonAt(a, p.At); seed != nil {
			seeds = append(seeds, seed)
			out = append(out, area{id: p.ID, place: p.At})
		}
	}
	for _, p := range a.polygons {
		points := t.points(p[0])
		nearest, least := 0, 361.0
		for i, seed := range seeds {
			if d := apart(points, seed); d < least {
				nearest, least = i, d
			}
		}
		out[nearest].polygons = append(out[nearest].polygons, p)
	}
	return out
}

func (t *Topology) largest(a area) orb.Ring {
	var out orb.Ring
	for _, p := range a.polygons {
		if r := t.points(p[0]); out == nil || signedArea(r) > signedArea(out) {
			out = r
		}
	}
	return out
}

// polygonAt gives the exterior ring nearest to a place, or nil if it is more than a degree away.
func (t *Topology) polygonAt(a area, place orb.Point) orb.Ring {
	var out orb.Ring
	least := 1.0
	for _, p := range a.polygons {
		r := t.points(p[0])
		if d := apart(r, orb.Ring{place}); d < least {
			out, least = r, d
		}
	}
	return out
}

// apart is the least distance between the points of two rings, in degrees of a great circle.
func apart(a, b orb.Ring) float64 {
	var ends []vector
	for _, q := range b {
		ends = append(ends, direction(q))
	}
	nearest := -1.0 // cosine
	for _, p := range a {
		from := direction(p)
		for _, to := range ends {
			nearest = max(nearest, from.dot(to))
		}
	}
	return math.Acos(min(1, nearest)) * 180 / math.Pi
}
