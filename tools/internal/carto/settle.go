package carto

import (
	"math"
	"sync"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

const (
	// apart is the least distance between two marks: a target and what rounding takes.
	apart = target + 0.2
	// furthestOff is how far from home a mark looks for a place.
	furthestOff = 80.0
	// beginnings is from how many arrangements settle tries.
	beginnings = 6
	// fullest is the part of a map that marks, each with the room around it, may take. The 82 of the world take a
	// ninth; where marks take more than this, no place is free of others and to look for one takes for ever.
	fullest = 0.5
)

// settler moves marks to better places.
type settler struct {
	*ground
	owners   []int // positions of shapes
	home, at []orb.Point
	near     [][]int  // marks that may come into each other's way
	places   []offset // around a home
	// moves counts changes; known[i] is the price of mark i as of stamp[i] of them.
	moves int
	stamp []int
	known []float64
}

// settle finds places for the marks of some shapes: a spacing apart, near home, off other
// countries' land, and no hairline through another or through a mark. It begins with spread and
// lets one mark after the other take a better place, or two change places, until none gains. Where
// that ends depends on where it began, so it is tried from several beginnings, of which the
// cheapest end is taken. The order of marks decides ties, so the result never varies. On a map that is
// too full each stays at home, as near to others as it may be.
func (g *ground) settle(owners []int, home []orb.Point) []orb.Point {
	if g.full(len(home)) {
		return clampAll(home, g.room())
	}
	near, places := neighbours(home), around()
	var tries [beginnings]settler
	var group sync.WaitGroup
	for k := range tries {
		group.Go(func() {
			begin := make([]orb.Point, len(home))
			for i, p := range home {
				sin, cos := math.Sincos(float64(i*k) * 2.4) // the golden angle: no two directions agree
				begin[i] = orb.Point{p[0] + float64(k)*cos, p[1] + float64(k)*sin}
			}
			tries[k] = settler{g, owners, home, spread(begin, g.frame.spacing, g.room()), near, places, 1, make([]int, len(home)), make([]float64, len(home))}
			tries[k].arrange()
		})
	}
	group.Wait()
	best := 0
	for k := range tries {
		if tries[k].total() < tries[best].total()-1e-9 {
			best = k
		}
	}
	return tries[best].at
}

// full tells that a map has no room for so many marks.
func (g *ground) full(marks int) bool {
	room := g.room()
	return float64(marks)*g.frame.spacing*g.frame.spacing > fullest*(room.Max[0]-room.Min[0])*(room.Max[1]-room.Min[1])
}

// total is what all marks cost where they stand.
func (s *settler) total() (sum float64) {
	for i := range s.at {
		sum += s.now(i)
	}
	return sum
}

// neighbours lists for each mark those that may come into its way.
func neighbours(home []orb.Point) [][]int {
	near := make([][]int, len(home))
	for i := range home {
		for j := range home {
			if i != j && planar.Distance(home[i], home[j]) < 2*furthestOff+apart {
				near[i] = append(near[i], j)
			}
		}
	}
	return near
}

// arrange improves the places until nothing gains.
func (s *settler) arrange() {
	for range 20 {
		gained := false
		for i := range s.at {
			gained = s.move(i) || gained
			for _, j := range s.near[i] {
				gained = s.swap(i, j) || gained
			}
		}
		if !gained {
			break
		}
	}
}

// room is where marks may stand.
func (g *ground) room() orb.Bound { return g.frame.inside(g.frame.radius + 1) }

// price is what it costs a mark to stand at a place.
func (s *settler) price(i int, p orb.Point) float64 {
	return s.free(i, p) + 3*s.hidden(p, s.frame.radius+1, s.owners[i])
}

// now is what mark i costs where it stands.
func (s *settler) now(i int) float64 {
	if s.stamp[i] != s.moves {
		s.known[i], s.stamp[i] = s.price(i, s.at[i]), s.moves
	}
	return s.known[i]
}

// free is what it would cost if there were only sea.
func (s *settler) free(i int, p orb.Point) float64 {
	return distant(planar.Distance(p, s.home[i])) + 80*float64(s.tangles(i, p))
}

// distant is the part of a price that the way from home makes.
func distant(off float64) float64 { return off + off*off/30 }

// tangles counts where a mark and its hairline get into the way of others.
func (s *settler) tangles(i int, p orb.Point) int {
	n, clear := 0, (s.frame.radius+1.5)*(s.frame.radius+1.5)
	for _, j := range s.near[i] {
		if planar.DistanceFromSegmentSquared(s.home[i], p, s.at[j]) < clear {
			n++
		}
		if planar.DistanceFromSegmentSquared(s.home[j], s.at[j], p) < clear {
			n++
		}
		if meet(s.home[i], p, s.home[j], s.at[j]) {
			n++
		}
	}
	return n
}

// meet tells whether two hairlines cross.
func meet(a, b, c, d orb.Point) bool {
	side := func(a, b, p orb.Point) float64 { return (b[0]-a[0])*(p[1]-a[1]) - (b[1]-a[1])*(p[0]-a[0]) }
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}

// move takes a mark to the best free place, if there is a better one.
func (s *settler) move(i int) bool {
	best, gained := s.now(i), false
	for _, o := range s.places {
		if o.price >= best {
			break
		}
		p := orb.Point{s.home[i][0] + o.x, s.home[i][1] + o.y}
		if !s.room().Contains(p) || s.crowded(i, p) {
			continue
		}
		if s.free(i, p) >= best { // what lies under the mark is dearer to find out
			continue
		}
		if price := s.price(i, p); price < best-1e-9 {
			s.at[i], best, gained = p, price, true
			s.moves++
		}
	}
	return gained
}

// swap lets two marks change places if both together gain.
func (s *settler) swap(i, j int) bool {
	before := s.now(i) + s.now(j)
	if distant(planar.Distance(s.at[j], s.home[i]))+distant(planar.Distance(s.at[i], s.home[j])) >= before {
		return false // the ways alone are too long
	}
	s.at[i], s.at[j] = s.at[j], s.at[i]
	if s.price(i, s.at[i])+s.price(j, s.at[j]) < before-1e-9 {
		s.moves++
		return true
	}
	s.at[i], s.at[j] = s.at[j], s.at[i]
	return false
}

// crowded tells whether a place is too near to another mark than its own.
func (s *settler) crowded(own int, p orb.Point) bool {
	for _, j := range s.near[own] {
		if planar.DistanceSquared(p, s.at[j]) < s.frame.spacing*s.frame.spacing {
			return true
		}
	}
	return false
}

// offset is a place seen from a mark's home.
type offset struct {
	x, y, price float64
}

// around gives places around a mark's home, near ones first.
func around() []offset {
	out := []offset{{}}
	for r := cell; r <= furthestOff; r += cell {
		n := math.Ceil(math.Pi * r / cell)
		for k := range int(n) {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / n)
			out = append(out, offset{r * cos, r * sin, distant(r)})
		}
	}
	return out
}
