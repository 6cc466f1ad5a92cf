package boundary

import (
	"math"

	"github.com/paulmach/orb"
)

// fewest marks the positions of a line that stay: as few as there can be if no other is to lie
// further than tolerance from the piece that replaces it, and of those the ones that stray least
// (sum of squares). Imai and Iri's shortest path (1988, DOI 10.1016/B978-0-444-70467-2.50011-4);
// which pieces are allowed is found as Chan and Chin do (1996, DOI 10.1142/S0218195996000058): by
// the cone of directions that pass within tolerance of all positions so far.
func fewest(line orb.LineString, keep []bool, tolerance float64) {
	best := make([]route, len(line))
	for i := range line {
		if i > 0 && best[i].pieces == 0 {
			continue // no way leads here
		}
		c := cone{open: true}
		for j := i + 1; j < len(line) && !c.empty; j++ {
			v := orb.Point{line[j][0] - line[i][0], line[j][1] - line[i][1]}
			if pieces := best[i].pieces + 1; (best[j].pieces == 0 || pieces <= best[j].pieces) && c.holds(v) {
				worst, sum := strays(line, i, j)
				if worst <= tolerance*tolerance && best[i].sum+sum < best[j].limit(pieces) {
					best[j] = route{pieces, i, best[i].sum + sum}
				}
			}
			c.narrow(v, tolerance)
		}
	}
	for j := len(line) - 1; j > 0; j = best[j].from {
		keep[j] = true
	}
	keep[0] = true
}

// route is the best way to a position: how many pieces, from where the last, and how far the
// positions that are left out stray.
type route struct {
	pieces, from int
	sum          float64
}

// limit is what a way of so many pieces must stay below to be better.
func (r route) limit(pieces int) float64 {
	if pieces == r.pieces {
		return r.sum
	}
	return math.Inf(1)
}

// strays gives the largest square of a distance from the piece between two positions to those
// between them, and the sum of the squares.
func strays(line orb.LineString, from, to int) (worst, sum float64) {
	a := line[from]
	dx, dy := line[to][0]-a[0], line[to][1]-a[1]
	length := dx*dx + dy*dy
	for _, p := range line[from+1 : to] {
		px, py := p[0]-a[0], p[1]-a[1]
		if length > 0 {
			t := max(0, min(1, (px*dx+py*dy)/length))
			px, py = px-t*dx, py-t*dy
		}
		d := px*px + py*py
		worst, sum = max(worst, d), sum+d
	}
	return worst, sum
}

// cone is a range of directions less than half a turn wide.
type cone struct {
	open        bool // all directions
	empty       bool
	right, left orb.Point
}

func (c *cone) holds(v orb.Point) bool {
	return c.open || cross2(c.right, v) >= 0 && cross2(v, c.left) >= 0
}

// narrow keeps the directions that pass within tolerance of a position: those between the tangents
// of a circle around it.
func (c *cone) narrow(v orb.Point, tolerance float64) {
	along := v[0]*v[0] + v[1]*v[1] - tolerance*tolerance
	if along <= 0 {
		return
	}
	along = math.Sqrt(along)
	right := orb.Point{v[0]*along + v[1]*tolerance, v[1]*along - v[0]*tolerance}
	left := orb.Point{v[0]*along - v[1]*tolerance, v[1]*along + v[0]*tolerance}
	if c.open {
		c.open, c.right, c.left = false, right, left
		return
	}
	if cross2(c.right, right) > 0 {
		c.right = right
	}
	if cross2(left, c.left) > 0 {
		c.left = left
	}
	c.empty = cross2(c.right, c.left) < 0
}

func cross2(a, b orb.Point) float64 { return a[0]*b[1] - a[1]*b[0] }
