package carto

import (
	"math"
	"slices"
	"strings"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

const (
	cell = 2.0 // units of a view: fine enough for marks
	// hideable is the size, in square units, below which a country hardly shows beside a mark.
	hideable = 400.0
	// heavy is the weight of a small country's land.
	heavy = 4.0
	// target is how wide a pointer's target should be (WCAG 2.2, success criterion 2.5.8), in CSS
	// pixels: units of a view that is drawn 1000 pixels wide.
	target = 24.0
)

// ground says for each small square of a view whose land it is, so that marks can keep off it.
type ground struct {
	frame         frame
	shapes        []Shape
	columns, rows int
	owner         []int // 0 for the sea, -1 for land without status, else a shape's position plus one
}

func (f frame) ground(shapes []Shape, areas []boundary.Area) *ground {
	g := &ground{frame: f, shapes: shapes, columns: int(f.width/cell) + 1, rows: int(f.height/cell) + 1}
	g.owner = make([]int, g.columns*g.rows)
	for _, a := range areas {
		i, known := slices.BinarySearchFunc(shapes, a.ID, func(s Shape, id string) int { return strings.Compare(s.ID, id) })
		if !known {
			i = -2
		}
		g.claim(f.rings(a), i+1)
	}
	return g
}

// claim marks the squares whose middle lies in the rings, by scan lines.
func (g *ground) claim(rings []orb.Ring, owner int) {
	crossings := make([][]float64, g.rows)
	for _, r := range rings {
		for i := 1; i < len(r); i++ {
			low, high := r[i-1], r[i]
			if low[1] > high[1] {
				low, high = high, low
			}
			first, last := max(int(math.Ceil(low[1]/cell-0.5)), 0), min(int(math.Ceil(high[1]/cell-0.5)), g.rows)
			for row := first; row < last; row++ {
				share := ((float64(row)+0.5)*cell - low[1]) / (high[1] - low[1])
				crossings[row] = append(crossings[row], low[0]+share*(high[0]-low[0]))
			}
		}
	}
	for row, x := range crossings {
		slices.Sort(x)
		for i := 1; i < len(x); i += 2 {
			first, last := max(int(math.Ceil(x[i-1]/cell-0.5)), 0), min(int(math.Ceil(x[i]/cell-0.5)), g.columns)
			for column := first; column < last; column++ {
				g.owner[row*g.columns+column] = owner
			}
		}
	}
}

// hidden weighs the land of other countries under a circle, in squares: small countries' most.
func (g *ground) hidden(at orb.Point, radius float64, own int) float64 {
	var weight float64
	for y := at[1] - radius; y <= at[1]+radius; y += cell {
		for x := at[0] - radius; x <= at[0]+radius; x += cell {
			if math.Hypot(x-at[0], y-at[1]) <= radius {
				weight += g.weight(x, y, own)
			}
		}
	}
	return weight
}

// weight is how much it matters that a square is covered by a country's mark.
func (g *ground) weight(x, y float64, own int) float64 {
	column, row := int(x/cell), int(y/cell)
	if column < 0 || row < 0 || column >= g.columns || row >= g.rows {
		return 0
	}
	owner := g.owner[row*g.columns+column] - 1
	switch {
	case owner == -1 || owner == own:
		return 0
	case owner >= 0 && g.shapes[owner].Area < hideable:
		return heavy
	case owner >= 0 && g.shapes[owner].Area > 10*hideable:
		return 0.7
	}
	return 1
}

// hit is how large a mark's target can be without taking from a small country's.
func (g *ground) hit(at orb.Point, own int) float64 {
	for radius := target / 2; radius > g.frame.radius+1; radius-- {
		if !g.overSmall(at, radius, own) {
			return radius
		}
	}
	return g.frame.radius + 1
}

// overSmall tells whether a circle touches a small country's land.
func (g *ground) overSmall(at orb.Point, radius float64, own int) bool {
	for y := at[1] - radius; y <= at[1]+radius; y += cell {
		for x := at[0] - radius; x <= at[0]+radius; x += cell {
			if math.Hypot(x-at[0], y-at[1]) <= radius && g.weight(x, y, own) == heavy {
				return true
			}
		}
	}
	return false
}
