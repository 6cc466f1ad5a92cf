package boundary

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Without gives the topology without some areas.
func (t *Topology) Without(ids ...string) *Topology {
	return t.choose(func(a area) []polygon {
		if slices.Contains(ids, a.id) {
			return nil
		}
		return a.polygons
	}, func(a area) bool { return !slices.Contains(ids, a.id) })
}

// Near gives the topology with only those polygons that may come within some degrees of a place on
// the sphere. Areas stay, if only as a place without extent.
func (t *Topology) Near(place orb.Point, degrees float64) *Topology {
	from := direction(place)
	near := make([]bool, len(t.arcs))
	for i, c := range t.caps() {
		near[i] = c.distance(from) <= degrees
	}
	return t.choose(func(a area) []polygon {
		var out []polygon
		for _, p := range a.polygons {
			if slices.ContainsFunc(p[0], func(ref int) bool { return near[arcOf(ref)] }) {
				out = append(out, p)
			}
		}
		return out
	}, func(area) bool { return true })
}

// spot is a cap of the sphere that holds an arc.
type spot struct {
	centre vector
	radius float64 // degrees
}

// distance gives the degrees between a place and the cap's edge, negative inside.
func (c spot) distance(from vector) float64 { return from.angle(c.centre) - c.radius }

// spots gives a cap around each arc, centred on the middle of its points' directions.
func spots(arcs []orb.LineString) []spot {
	out := make([]spot, len(arcs))
	for i, arc := range arcs {
		var sum vector
		for _, p := range arc {
			d := direction(p)
			for k := range sum {
				sum[k] += d[k]
			}
		}
		out[i].centre = sum.unit()
		least := 1.0 // cosine of the radius
		for _, p := range arc {
			least = min(least, direction(p).dot(out[i].centre))
		}
		out[i].radius = degrees(least)
	}
	return out
}

func (t *Topology) choose(polygons func(area) []polygon, keep func(area) bool) *Topology {
	out := &Topology{arcs: t.arcs, caps: t.caps}
	for _, a := range t.areas {
		if keep(a) {
			out.areas = append(out.areas, area{id: a.id, polygons: polygons(a), place: a.place})
		}
	}
	return out
}

// vector is a direction from the earth's centre.
type vector [3]float64

// direction gives a place as a vector of length one.
func direction(p orb.Point) vector {
	sin, cos := math.Sincos(p[1] * math.Pi / 180)
	sinL, cosL := math.Sincos(p[0] * math.Pi / 180)
	return vector{cos * cosL, cos * sinL, sin}
}

// unit gives the vector with length one; the pole where it has none.
func (v vector) unit() vector {
	length := math.Sqrt(v[0]*v[0] + v[1]*v[1] + v[2]*v[2])
	if length < 1e-12 {
		return vector{0, 0, 1}
	}
	return vector{v[0] / length, v[1] / length, v[2] / length}
}

func (v vector) dot(w vector) float64 { return v[0]*w[0] + v[1]*w[1] + v[2]*w[2] }

// angle between two vectors of length one, in degrees.
func (v vector) angle(w vector) float64 {
	return degrees(v.dot(w))
}

// degrees gives the angle of a cosine.
func degrees(cosine float64) float64 {
	return math.Acos(max(-1, min(1, cosine))) * 180 / math.Pi
}
