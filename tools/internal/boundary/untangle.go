package boundary

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// segment is a straight piece of a simplified arc, from one position that stays to the next.
type segment struct {
	arc, from, to int
	a, b          orb.Point
}

func (s *segment) west() float64  { return min(s.a[0], s.b[0]) }
func (s *segment) east() float64  { return max(s.a[0], s.b[0]) }
func (s *segment) south() float64 { return min(s.a[1], s.b[1]) }
func (s *segment) north() float64 { return max(s.a[1], s.b[1]) }

// untangle brings positions back where simplified lines cross, in longitude and latitude, until
// none do that the source keeps apart.
func (s *simplifier) untangle(uses []int) {
	for changed := true; changed; {
		changed = false
		for _, pair := range crossings(s.segments(uses)) {
			for _, c := range pair {
				if at, distance := furthest(s.flat[c.arc], c.from, c.to); distance > 0 && !s.keep[c.arc][at] {
					s.keep[c.arc][at] = true
					changed = true
				}
			}
		}
	}
}

// segments gives the pieces of the arcs in use.
func (s *simplifier) segments(uses []int) []segment {
	size := 0
	for _, keep := range s.keep {
		for _, kept := range keep {
			if kept {
				size++
			}
		}
	}
	out := make([]segment, 0, size)
	for arc, n := range uses {
		if n == 0 {
			continue
		}
		from := 0
		for to := 1; to < len(s.keep[arc]); to++ {
			if s.keep[arc][to] {
				out = append(out, segment{arc, from, to, s.t.arcs[arc][from], s.t.arcs[arc][to]})
				from = to
			}
		}
	}
	return out
}

// westward is a segment's place in the sweep.
type westward struct {
	west  float64
	index int
}

// fromWest gives the order of segments from west to east.
func fromWest(segments []segment) []westward {
	order := make([]westward, len(segments))
	for i := range segments {
		order[i] = westward{segments[i].west(), i}
	}
	slices.SortFunc(order, func(a, b westward) int {
		if a.west != b.west {
			return cmp.Compare(a.west, b.west)
		}
		return a.index - b.index
	})
	return order
}

// crossings finds the pairs of segments that cross, by a sweep from west to east.
func crossings(segments []segment) [][2]segment {
	order := fromWest(segments)
	var out [][2]segment
	for i, first := range order {
		a := &segments[first.index]
		east, south, north := a.east(), a.south(), a.north()
		for _, second := range order[i+1:] {
			if second.west > east {
				break
			}
			if b := &segments[second.index]; b.south() <= north && b.north() >= south && cross(a, b) {
				out = append(out, [2]segment{*a, *b})
			}
		}
	}
	return out
}

// cross tells whether two segments cross between their ends.
func cross(s, u *segment) bool {
	return side(s.a, s.b, u.a)*side(s.a, s.b, u.b) < 0 && side(u.a, u.b, s.a)*side(u.a, u.b, s.b) < 0
}

// side tells on which side of the line through a and b a point lies, by its sign.
func side(a, b, p orb.Point) float64 {
	return (b[0]-a[0])*(p[1]-a[1]) - (b[1]-a[1])*(p[0]-a[0])
}
