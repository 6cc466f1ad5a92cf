package site

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Maps are the drawings that pages show inline: the world and each region.
type Maps struct {
	// Patterns are the fill patterns as SVG, for one <defs> on each page: those of answers and
	// those of numbers, since a page about one indicator needs no others.
	Patterns Patterns       `json:"patterns"`
	World    Map            `json:"world"`
	Regions  map[string]Map `json:"regions,omitempty"`
	// Borders are the neighbours by land of each country; they are for records, not for pages.
	Borders map[string][]string `json:"-"`
}

// Patterns are the fill patterns by what they tell.
type Patterns struct {
	Answers string `json:"answers"`
	Numbers string `json:"numbers"`
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

// inOrderOf puts the countries of every map into the order of the table beside it: region by
// region, then by their English names; marks stay last. Whoever walks a map without script walks
// it as the table is read. It also brings neighbours together, so that gzip finds the border of
// one in the other.
func (m Maps) inOrderOf(regions []dataset.Region, pages map[string]Region) Maps {
	place := map[string]int{}
	for _, r := range regions {
		for _, id := range pages[r.ID].Countries["en"] {
			place[id] = len(place)
		}
	}
	sorted := func(in Map) Map {
		in.Shapes = slices.Clone(in.Shapes)
		slices.SortStableFunc(in.Shapes, func(a, b Shape) int {
			switch {
			case a.Mark == nil && b.Mark != nil:
				return -1
			case a.Mark != nil && b.Mark == nil:
				return 1
			}
			return cmp.Compare(place[a.ID], place[b.ID])
		})
		return in
	}
	out := Maps{Patterns: m.Patterns, World: sorted(m.World), Regions: map[string]Map{}}
	for id, view := range m.Regions {
		out.Regions[id] = sorted(view)
	}
	return out
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
			shape.Mark.Line = fmt.Sprintf("M%g,%gL%g,%g", s.Mark.X, s.Mark.Y, s.Mark.AnchorX, s.Mark.AnchorY)
		}
		marked = append(marked, shape)
	}
	m.Shapes = append(m.Shapes, marked...)
	return m
}
