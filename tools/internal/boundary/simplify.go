package boundary

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// Simplify gives the topology with as few points as there can be: no point that is left out lies
// further than tolerance from the line that replaces it, both measured in the units of project,
// which is called from several goroutines. Ends of arcs stay. Islands smaller than the square of
// twice the tolerance go, except the largest of each area; every ring that stays has at least four
// positions, and lines that the source keeps apart don't cross.
func (t *Topology) Simplify(project func(orb.Point) orb.Point, tolerance float64) *Topology {
	s := simplifier{t: t, uses: t.uses(), flat: make([]orb.LineString, len(t.arcs)), keep: make([][]bool, len(t.arcs))}
	s.reduceAll(project, tolerance)
	out := &Topology{arcs: make([]orb.LineString, len(t.arcs))}
	for _, a := range t.areas {
		out.areas = append(out.areas, s.thin(a, 4*tolerance*tolerance))
	}
	s.untangle(out.uses())
	for i, arc := range t.arcs {
		for j, kept := range s.keep[i] {
			if kept {
				out.arcs[i] = append(out.arcs[i], arc[j])
			}
		}
	}
	out.caps = t.caps // an arc with fewer points lies in the same cap
	return out
}

type simplifier struct {
	t    *Topology
	uses []int
	flat []orb.LineString // arcs, projected
	keep [][]bool         // which positions of each arc stay
}

// reduceAll projects the arcs in use and reduces them, on every core.
func (s *simplifier) reduceAll(project func(orb.Point) orb.Point, tolerance float64) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(s.t.arcs); i = int(next.Add(1)) - 1 {
				if s.uses[i] == 0 {
					continue
				}
				arc := s.t.arcs[i]
				s.flat[i] = make(orb.LineString, len(arc))
				for j, p := range arc {
					s.flat[i][j] = project(p)
				}
				s.keep[i] = make([]bool, len(arc))
				fewest(s.flat[i], s.keep[i], tolerance)
			}
		})
	}
	group.Wait()
}

// furthest finds the position between two others that lies furthest from the line through them.
func furthest(line orb.LineString, from, to int) (index int, distance float64) {
	for i := from + 1; i < to; i++ {
		if d := planar.DistanceFromSegmentSquared(line[from], line[to], line[i]); d > distance {
			index, distance = i, d
		}
	}
	return index, math.Sqrt(distance)
}

// thin drops an area's islands below the smallest size, but never its largest, and sees to it
// that the rings that stay are rings.
func (s *simplifier) thin(a area, smallest float64) area {
	out := area{id: a.id, place: a.place}
	sizes := make([]float64, len(a.polygons))
	largest := 0
	for i, p := range a.polygons {
		if sizes[i] = s.size(p[0]); sizes[i] > sizes[largest] {
			largest = i
		}
	}
	for i, p := range a.polygons {
		if i != largest && sizes[i] < smallest && s.island(p) {
			continue
		}
		for _, r := range p {
			s.fill(r)
		}
		out.polygons = append(out.polygons, p)
	}
	return out
}

// size gives a ring's projected area before simplification.
func (s *simplifier) size(r ring) float64 {
	flat := Topology{arcs: s.flat}
	return math.Abs(signedArea(flat.points(r)))
}

// island tells whether no other area touches the polygon.
func (s *simplifier) island(p polygon) bool {
	for _, r := range p {
		for _, ref := range r {
			if s.uses[arcOf(ref)] > 1 {
				return false
			}
		}
	}
	return true
}

// fill brings positions back until a ring has at least four, the last equal to the first.
func (s *simplifier) fill(r ring) {
	for s.count(r) < 4 {
		best, at, distance := -1, 0, -1.0
		for _, ref := range r {
			arc := arcOf(ref)
			from := 0
			for to := 1; to < len(s.keep[arc]); to++ {
				if !s.keep[arc][to] {
					continue
				}
				if i, d := furthest(s.flat[arc], from, to); i > 0 && d > distance {
					best, at, distance = arc, i, d
				}
				from = to
			}
		}
		if best < 0 {
			return
		}
		s.keep[best][at] = true
	}
}

// count gives the number of positions that a ring keeps.
func (s *simplifier) count(r ring) int {
	n := 1
	for _, ref := range r {
		for _, kept := range s.keep[arcOf(ref)][1:] {
			if kept {
				n++
			}
		}
	}
	return n
}
