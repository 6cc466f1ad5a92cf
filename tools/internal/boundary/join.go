package boundary

import (
	"slices"
	"strings"

	"github.com/paulmach/orb"
)

// Join gives the topology with areas made part of others: into maps an area's id to the id that
// it joins. Arcs between the joined fall away, so that no inner border is left. An area that
// joins an id without an area gives it its own.
func (t *Topology) Join(into map[string]string) *Topology {
	out := &Topology{arcs: t.arcs, caps: t.caps}
	at := map[string]int{}
	joined := map[string]bool{}
	for _, a := range t.areas {
		id, joins := into[a.id]
		if !joins {
			id = a.id
		}
		i, known := at[id]
		if !known {
			at[id] = len(out.areas)
			out.areas = append(out.areas, area{id: id, polygons: slices.Clone(a.polygons), place: a.place})
			continue
		}
		joined[id] = true
		if len(out.areas[i].polygons) == 0 || !joins {
			out.areas[i].place = a.place
		}
		out.areas[i].polygons = append(out.areas[i].polygons, a.polygons...)
	}
	for i := range out.areas {
		if joined[out.areas[i].id] {
			out.areas[i].polygons = out.dissolve(out.areas[i].polygons)
		}
	}
	slices.SortFunc(out.areas, func(a, b area) int { return strings.Compare(a.id, b.id) })
	return out
}

// dissolve merges the polygons that share an arc.
func (t *Topology) dissolve(polygons []polygon) []polygon {
	inner := t.innerArcs(polygons)
	var out []polygon
	var loose []int
	for _, p := range polygons {
		if !touches(p, inner) {
			out = append(out, p)
			continue
		}
		for _, r := range p {
			for _, ref := range r {
				if !inner[arcOf(ref)] {
					loose = append(loose, ref)
				}
			}
		}
	}
	return append(out, t.assemble(t.stitch(loose))...)
}

// innerArcs finds the arcs that run between two of the polygons.
func (t *Topology) innerArcs(polygons []polygon) map[int]bool {
	seen, inner := map[int]bool{}, map[int]bool{}
	for _, p := range polygons {
		for _, r := range p {
			for _, ref := range r {
				inner[arcOf(ref)] = seen[arcOf(ref)]
				seen[arcOf(ref)] = true
			}
		}
	}
	return inner
}

func touches(p polygon, inner map[int]bool) bool {
	for _, r := range p {
		for _, ref := range r {
			if inner[arcOf(ref)] {
				return true
			}
		}
	}
	return false
}

// stitch chains arcs into rings, end to start, in the order given.
func (t *Topology) stitch(refs []int) []ring {
	starts := map[orb.Point][]int{}
	for _, ref := range refs {
		starts[t.end(ref, 0)] = append(starts[t.end(ref, 0)], ref)
	}
	take := func(at orb.Point) (int, bool) {
		waiting := starts[at]
		if len(waiting) == 0 {
			return 0, false
		}
		starts[at] = waiting[1:]
		return waiting[0], true
	}
	var out []ring
	for _, first := range refs {
		begin := t.end(first, 0)
		var r ring
		for at := begin; ; {
			ref, ok := take(at)
			if !ok {
				break
			}
			r = append(r, ref)
			if at = t.end(ref, 1); at == begin {
				break
			}
		}
		if len(r) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// assemble makes polygons of rings: counter-clockwise ones are exteriors, clockwise ones the
// holes of the smallest exterior around them.
func (t *Topology) assemble(rings []ring) []polygon {
	var out []polygon
	var holes []ring
	for _, r := range rings {
		if signedArea(t.points(r)) > 0 {
			out = append(out, polygon{r})
		} else {
			holes = append(holes, r)
		}
	}
	for _, h := range holes {
		best, bound := -1, orb.Bound{}
		hole := t.points(h).Bound()
		for i, p := range out {
			b := t.points(p[0]).Bound()
			if b.Contains(hole.Min) && b.Contains(hole.Max) && (best < 0 || bound.Contains(b.Min) && bound.Contains(b.Max)) {
				best, bound = i, b
			}
		}
		if best >= 0 {
			out[best] = append(out[best], h)
		}
	}
	return out
}
