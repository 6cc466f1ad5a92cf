package site

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

// Maps are the drawings that pages show inline: the world and each region.
type Maps struct {
	// Patterns are the fill patterns as SVG, for one <defs> on each page.
	Patterns string         `json:"patterns"`
	World    Map            `json:"world"`
	Regions  map[string]Map `json:"regions,omitempty"`
}

// Map is a drawing in SVG path data, in units of its width and height.
type Map struct {
	Width        float64 `json:"width"`
	Height       float64 `json:"height"`
	Outline      string  `json:"outline,omitempty"`
	Graticule    string  `json:"graticule,omitempty"`
	Land         string  `json:"land,omitempty"`
	Undetermined string  `json:"undetermined,omitempty"`
	// Unsettled are the borders that are not agreed.
	Unsettled string  `json:"unsettled,omitempty"`
	Shapes    []Shape `json:"shapes"`
	// Boxes are the windows that show a region each: x, y, width, height.
	Boxes map[string][4]float64 `json:"boxes,omitempty"`
}

// Shape is one country of a drawing.
type Shape struct {
	ID   string `json:"id"` // as in addresses
	D    string `json:"d,omitempty"`
	Mark *Mark  `json:"mark,omitempty"`
}

// Mark is the circle of a small country; Hit is the radius of its target, which is not drawn, and
// Line the hairline to its true place.
type Mark struct {
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	R    float64 `json:"r"`
	Hit  float64 `json:"hit"`
	Line string  `json:"line,omitempty"`
}

// MapOf makes the record of a drawing. Marks come last, so that they lie above every area.
func MapOf(v carto.View) Map {
	m := Map{Width: v.Width, Height: v.Height, Outline: v.Outline, Graticule: v.Graticule,
		Land: v.Land, Undetermined: v.Undetermined, Unsettled: v.Unsettled}
	var marked []Shape
	for _, s := range v.Shapes {
		shape := Shape{ID: key(s.ID), D: s.Path}
		if s.Mark == nil {
			m.Shapes = append(m.Shapes, shape)
			continue
		}
		shape.Mark = &Mark{X: s.Mark.X, Y: s.Mark.Y, R: s.Mark.R, Hit: s.Mark.Hit}
		if s.Mark.Moved() {
			shape.Mark.Line = fmt.Sprintf("M%g,%gL%g,%g", s.Mark.AnchorX, s.Mark.AnchorY, s.Mark.X, s.Mark.Y)
		}
		marked = append(marked, shape)
	}
	m.Shapes = append(m.Shapes, marked...)
	return m
}
