package boundary

import (
	"cmp"
	"slices"
	"sync"

	"github.com/paulmach/orb"
)

// segment is a straight piece of a simplified arc, from one position that stays to the next.
type segment struct {
	arc, from, to int
	a, b          orb.Point
}

// untangle brings positions back where simplified lines cross that the source keeps apart, until
// none do: neither in longitude and latitude, which is published, nor projected, which is drawn.
func (s *simplifier) untangle(uses []int) {
	planes := [][]orb.LineString{s.t.arcs, s.flat}
	for changed := true; changed; {
		changed = false
		found := make([][][2]segment, len(planes))
		var group sync.WaitGroup
		for i, lines := range planes {
			group.Go(func() { found[i] = crossings(s.segments(uses, lines)) })
		}
		group.Wait()
		for i, lines := range planes {
			for _, pair := range found[i] {
				changed = s.part(pair[0], pair[1], lines) || changed
			}
		}
	}
}

// part splits two segments where that keeps them from crossing, and their pieces in turn, and
// tells whether it brought positions back.
func (s *simplifier) part(a, b segment, lines []orb.LineString) bool {
	if !cross(&a, &b) {
		return false
	}
	first, second := s.split(a, lines), s.split(b, lines)
	if len(first)+len(second) == 2 {
		return false
	}
	for _, x := range first {
		for _, y := range second {
			s.part(x, y, lines)
		}
	}
	return true
}

// split brings back the position that strays most; a segment that leaves none out stays whole.
func (s *simplifier) split(a segment, lines []orb.LineString) []segment {
	at, distance := furthest(s.flat[a.arc], a.from, a.to)
	if distance == 0 {
		return []segment{a}
	}
	s.keep[a.arc][at] = true
	middle := lines[a.arc][at]
	return []segment{{a.arc, a.from, at, a.a, middle}, {a.arc, at, a.to, middle, a.b}}
}

// segments gives the pieces of the arcs in use, of which lines holds the positions.
func (s *simplifier) segments(uses []int, lines []orb.LineString) []segment {
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
				out = append(out, segment{arc, from, to, lines[arc][from], lines[arc][to]})
				from = to
			}
		}
	}
	return out
}

// box is the rectangle around a segment.
type box struct {
	west, east, south, north float64
	index                    int
}

// boxes gives the rectangles around segments from west to east.
func boxes(segments []segment) []box {
	out := make([]box, len(segments))
	for i, s := range segments {
		out[i] = box{min(s.a[0], s.b[0]), max(s.a[0], s.b[0]), min(s.a[1], s.b[1]), max(s.a[1], s.b[1]), i}
	}
	slices.SortFunc(out, func(a, b box) int {
		if a.west != b.west {
			return cmp.Compare(a.west, b.west)
		}
		return a.index - b.index
	})
	return out
}

// crossings finds the pairs of segments that cross, by a sweep from west to east.
func crossings(segments []segment) [][2]segment {
	order := boxes(segments)
	var out [][2]segment
	for i := range order {
		a := &order[i]
		for j := i + 1; j < len(order) && order[j].west <= a.east; j++ {
			b := &order[j]
			if b.south <= a.north && b.north >= a.south && cross(&segments[a.index], &segments[b.index]) {
				out = append(out, [2]segment{segments[a.index], segments[b.index]})
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
