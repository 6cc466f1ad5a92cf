package site

import (
	"math"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

// Timeline is the row of years under every history of a profile: from the first year that
// anything is reported about to that of the edition.
type Timeline struct {
	// Axis is SVG path data for a drawing as wide as carto.TimelineWidth.
	Axis  string `json:"axis"`
	Years []Tick `json:"years"`
}

// Place is where a period stands on the timeline.
type Place struct {
	X float64 `json:"x"`
	// Y is where a number stands, 0 if only a range is known.
	Y float64 `json:"y,omitempty"`
	// Top and Height are those of the bar of a range; without one Height is 0.
	Top    float64 `json:"top,omitempty"`
	Height float64 `json:"height,omitempty"`
}

// place puts all histories of a profile on one row of years, so that they can be read together.
func (c *Country) place(edition int) {
	if c.WithData == 0 {
		return
	}
	line := carto.Timeline{First: edition, Last: edition}
	c.eachSeries(func(e *Entry) {
		for _, m := range e.History {
			line.First, line.Last = min(line.First, m.Period), max(line.Last, m.Period)
		}
	})
	c.eachSeries(func(e *Entry) { e.placeOn(line) })
	c.Timeline = &Timeline{Axis: line.Axis()}
	for _, t := range line.Labels() {
		c.Timeline.Years = append(c.Timeline.Years, Tick(t))
	}
}

// eachSeries visits the entries and the others beside them.
func (c *Country) eachSeries(visit func(*Entry)) {
	for i := range c.Entries {
		visit(&c.Entries[i])
		for n := range c.Entries[i].Others {
			visit(&c.Entries[i].Others[n])
		}
	}
}

// placeOn gives the periods of a history their places. Figures about samples or parts of a
// country have none: side by side they would look like one series.
func (e *Entry) placeOn(line carto.Timeline) {
	if !e.National {
		return
	}
	span := e.span()
	e.History = slices.Clone(e.History)
	for i, m := range e.History {
		e.History[i].Place = placeOf(m, line, span)
	}
	if len(e.History) > 1 {
		e.Span = span
	}
}

// span gives the lowest and the highest number that lead a period; nil for answers.
func (e Entry) span() *Number {
	var s *Number
	for _, m := range e.History {
		if m.Number == nil {
			continue
		}
		low, high := m.Number.ends()
		if s == nil {
			s = &Number{Low: low, High: high}
		}
		if low.N < s.Low.N {
			s.Low = low
		}
		if high.N > s.High.N {
			s.High = high
		}
	}
	return s
}

// ends gives the least and the most that a number may be: a range without a low end begins at
// zero, one without a high end is known for its low one only.
func (n Number) ends() (low, high *Figure) {
	low, high = n.Low, n.High
	if low == nil {
		low = n.Value
	}
	if high == nil {
		high = n.Value
	}
	switch {
	case low == nil && high == nil:
		return &Figure{}, &Figure{}
	case low == nil:
		return &Figure{}, high
	case high == nil:
		return low, low
	}
	return low, high
}

func placeOf(m Moment, line carto.Timeline, span *Number) *Place {
	p := Place{X: line.X(m.Period)}
	if m.Number == nil {
		return &p
	}
	if m.Number.Value != nil {
		p.Y = line.Y(m.Number.Value.N, span.High.N)
	}
	low, high := m.Number.ends()
	top, foot := line.Y(high.N, span.High.N), line.Y(low.N, span.High.N)
	if top < foot {
		p.Top, p.Height = top, math.Round((foot-top)*10)/10
	} else if m.Number.Value == nil {
		p.Y = top
	}
	return &p
}
