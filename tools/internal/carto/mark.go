package carto

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// Mark is a circle that stands for a country too small to see.
type Mark struct {
	X, Y, R float64 // in units of the view
	// Hit is the radius of its target for pointers, which is not drawn: 12, or less where that
	// would cover another small country.
	Hit float64
	// AnchorX and AnchorY are the country's true place; a hairline leads there where the mark
	// had to move.
	AnchorX, AnchorY float64
}

// Moved tells whether the mark stands so far from its place that a hairline helps.
func (m Mark) Moved() bool { return math.Hypot(m.X-m.AnchorX, m.Y-m.AnchorY) > m.R }

// spread moves points apart until all are distance apart, pulling them back to where they belong
// all the while. The order of the points decides ties, so the result never varies.
func spread(anchors []orb.Point, distance float64, within orb.Bound) []orb.Point {
	home := clampAll(anchors, within)
	at := slices.Clone(home)
	for round := range 600 {
		if pull := 0.1 * (1 - float64(round)/400); pull > 0 {
			for i := range at {
				at[i][0] += (home[i][0] - at[i][0]) * pull
				at[i][1] += (home[i][1] - at[i][1]) * pull
			}
		}
		if moved := separate(at, distance, within); !moved && round > 400 {
			break
		}
	}
	return at
}

// separate pushes overlapping points apart once and tells whether there were any.
func separate(at []orb.Point, distance float64, within orb.Bound) bool {
	moved := false
	for i := range at {
		for j := i + 1; j < len(at); j++ {
			dx, dy := at[j][0]-at[i][0], at[j][1]-at[i][1]
			d := math.Hypot(dx, dy)
			if d >= distance {
				continue
			}
			if d < 1e-6 {
				sin, cos := math.Sincos(float64(i+j) * 2.4) // the golden angle: no two directions agree
				dx, dy, d = cos, sin, 1
			}
			push := (distance - math.Hypot(at[j][0]-at[i][0], at[j][1]-at[i][1])) / 2 * 1.01 / d
			at[i] = clamp(orb.Point{at[i][0] - dx*push, at[i][1] - dy*push}, within)
			at[j] = clamp(orb.Point{at[j][0] + dx*push, at[j][1] + dy*push}, within)
			moved = true
		}
	}
	return moved
}

func clampAll(points []orb.Point, within orb.Bound) []orb.Point {
	inside := make([]orb.Point, len(points))
	for i, p := range points {
		inside[i] = clamp(p, within)
	}
	return inside
}

func clamp(p orb.Point, b orb.Bound) orb.Point {
	return orb.Point{max(b.Min[0], min(b.Max[0], p[0])), max(b.Min[1], min(b.Max[1], p[1]))}
}

// hairline leads from a moved mark to its country.
func (m Mark) hairline() orb.LineString {
	return orb.LineString{{m.AnchorX, m.AnchorY}, {m.X, m.Y}}
}
