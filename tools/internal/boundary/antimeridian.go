package boundary

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Areas gives the areas sorted by id, cut at the antimeridian (RFC 7946, section 3.1.9): every
// longitude lies in ±180 and no edge crosses it.
func (t *Topology) Areas() []Area {
	out := t.Whole()
	for i := range out {
		out[i].Geometry = cutPolygons(out[i].Geometry)
		out[i].Point[0] = wrap(out[i].Point[0])
	}
	return out
}

// wrap brings a longitude into ±180.
func wrap(lon float64) float64 {
	for lon > 180 {
		lon -= 360
	}
	for lon < -180 {
		lon += 360
	}
	return lon
}

func cutPolygons(m orb.MultiPolygon) orb.MultiPolygon {
	var out orb.MultiPolygon
	for _, p := range m {
		out = append(out, cut(p)...)
	}
	return out
}

// cut gives the pieces of a polygon, each brought into ±180.
func cut(p orb.Polygon) orb.MultiPolygon {
	for _, line := range []float64{180, -180} {
		b, west := p.Bound(), line < 0
		if west && b.Min[0] >= line || !west && b.Max[0] <= line {
			continue
		}
		beyond := half(p, line, west)
		shift(beyond, -2*line)
		return append(cutPolygons(half(p, line, !west)), cutPolygons(beyond)...)
	}
	return orb.MultiPolygon{p}
}

// half gives the part of a polygon on one side of a line of longitude.
func half(p orb.Polygon, line float64, west bool) orb.MultiPolygon {
	var pieces orb.MultiPolygon
	for _, r := range cutRing(p[0], line, west) {
		pieces = append(pieces, orb.Polygon{r})
	}
	for _, hole := range p[1:] {
		for _, h := range cutRing(hole, line, west) {
			for i := range pieces {
				if planar.RingContains(pieces[i][0], h[0]) {
					pieces[i] = append(pieces[i], h)
					break
				}
			}
		}
	}
	return pieces
}

func shift(pieces orb.MultiPolygon, by float64) {
	for _, p := range pieces {
		for _, r := range p {
			for i := range r {
				r[i][0] += by
			}
		}
	}
}

// cutRing gives the closed rings that remain of a ring on one side of a line of longitude. The
// paths on that side end on the line; sorted by latitude, every second stretch of the line lies
// inside the ring and joins the end of one path to the start of another.
func cutRing(r orb.Ring, line float64, west bool) []orb.Ring {
	paths, closed := pathsBeside(r, line, west)
	if closed {
		return []orb.Ring{slices.Clone(r)}
	}
	type end struct {
		path int
		head bool
		lat  float64
	}
	var ends []end
	for i, p := range paths {
		ends = append(ends, end{i, true, p[0][1]}, end{i, false, p[len(p)-1][1]})
	}
	slices.SortFunc(ends, func(a, b end) int { return cmp.Compare(a.lat, b.lat) })
	next := make([]int, len(paths))
	for i := 0; i+1 < len(ends); i += 2 {
		a, b := ends[i], ends[i+1]
		if a.head {
			a, b = b, a
		}
		next[a.path] = b.path
	}
	return chain(paths, next)
}

// chain joins paths into rings, each followed by its next.
func chain(paths []orb.LineString, next []int) []orb.Ring {
	var out []orb.Ring
	done := make([]bool, len(paths))
	for i := range paths {
		var joined orb.Ring
		for j := i; !done[j]; j = next[j] {
			done[j] = true
			joined = append(joined, paths[j]...)
		}
		if len(joined) >= 3 {
			if joined[0] != joined[len(joined)-1] {
				joined = append(joined, joined[0])
			}
			if joined = slices.Compact(joined); len(joined) >= 4 && signedArea(joined) != 0 {
				out = append(out, joined)
			}
		}
	}
	return out
}

// pathsBeside gives the stretches of a ring on one side of a line, each beginning and ending on
// it; closed tells that the ring never leaves that side.
func pathsBeside(r orb.Ring, line float64, west bool) (paths []orb.LineString, closed bool) {
	inside := func(p orb.Point) bool { return p[0] != line && (p[0] < line) == west }
	start := slices.IndexFunc(r, func(p orb.Point) bool { return !inside(p) })
	if start < 0 {
		return nil, true
	}
	n := len(r) - 1
	var path orb.LineString
	for k := range n {
		a, b := r[(start+k)%n], r[(start+k+1)%n]
		if !inside(a) && inside(b) {
			path = orb.LineString{crossing(a, b, line)}
		}
		if inside(b) {
			path = append(path, b)
		}
		if inside(a) && !inside(b) {
			paths = append(paths, append(path, crossing(a, b, line)))
		}
	}
	return paths, false
}

func crossing(a, b orb.Point, line float64) orb.Point {
	share := (line - a[0]) / (b[0] - a[0])
	return orb.Point{line, a[1] + share*(b[1]-a[1])}
}
