package raster

import (
	"fmt"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

// Card is what a link to a page looks like on social networks: a title, facts and a small map.
type Card struct {
	Kicker, Title, Subtitle string
	Rows                    []CardRow
	// Footer says where this comes from, Disclaimer what the map does not say.
	Footer, Disclaimer string
}

// CardRow is a fact: how it is filled on maps, what it is about and what is known.
type CardRow struct {
	Fill         carto.Fill
	Label, Value string
}

// The measures of a card, in pixels.
const (
	cardWidth, cardHeight = 1200, 630
	cardEdge              = 56.0
	cardTop, cardBottom   = 218.0, 540.0 // of rows and map
)

var (
	cardKicker   = carto.TextStyle{Size: 24, Colour: "quiet"}
	cardTitle    = carto.TextStyle{Size: 62, Strong: true, Colour: "ink"}
	cardSubtitle = carto.TextStyle{Size: 27, Colour: "ink"}
	cardLabel    = carto.TextStyle{Size: 21, Colour: "quiet"}
	cardValue    = carto.TextStyle{Size: 28, Strong: true, Colour: "ink"}
	cardKey      = carto.TextStyle{Size: 22, Colour: "ink"}
	cardFooter   = carto.TextStyle{Size: 20, Strong: true, Colour: "ink"}
	cardSmall    = carto.TextStyle{Size: 12.5, Colour: "quiet"}
)

// CountryCard draws the card of a country beside its place, as PNG of 1200 by 630 pixels.
func CountryCard(card Card, place carto.View) ([]byte, error) {
	const width = 390.0
	c := newCard(card)
	left := cardWidth - cardEdge - width
	step := (cardBottom - cardTop) / float64(max(5, len(card.Rows)))
	for i, row := range card.Rows {
		y := cardTop + float64(i)*step
		c.swatch(row.Fill, cardEdge, y+6)
		c.fit(cardValue, cardEdge+58, y+26, row.Value, left-cardEdge-58-24)
		c.fit(cardLabel, cardEdge+58, y+51, row.Label, left-cardEdge-58-24)
	}
	c.inset(left, cardTop, width, width*place.Height/place.Width, width/place.Width, func(on carto.Canvas) {
		on.(*canvas).locator(place)
	})
	return c.encode()
}

// IndicatorCard draws the card of an indicator, its rows as a legend beside the world.
func IndicatorCard(card Card, world carto.View, m carto.Map) ([]byte, error) {
	const width = 740.0
	c := newCard(card)
	left := cardWidth - cardEdge/2 - width
	step := min(48, (cardBottom-cardTop)/float64(max(1, len(card.Rows))))
	for i, row := range card.Rows {
		y := cardTop + float64(i)*step
		c.swatch(row.Fill, cardEdge, y)
		c.key(row, cardEdge+54, y+21, left-cardEdge-54)
	}
	c.inset(left, cardTop, width, width*world.Height/world.Width, width/world.Width, func(on carto.Canvas) {
		carto.DrawView(on, world, m)
	})
	return c.encode()
}

// key sets what a row says and its figure after it, no wider than there is room for: smaller, and
// from a size on that is hard to read in two lines.
func (c *canvas) key(row CardRow, x, y, room float64) {
	label := cardKey
	figure := func() carto.TextStyle { return carto.TextStyle{Size: label.Size, Strong: true, Colour: label.Colour} }
	lines := []string{row.Label}
	fits := func() bool {
		last := len(lines) - 1
		return c.width(label, lines[0]) <= room && c.width(label, lines[last])+c.width(figure(), row.Value)+8 <= room
	}
	for ; label.Size > 14 && !fits(); label.Size -= .5 {
	}
	if !fits() {
		lines, label.Size = halves(row.Label), 17
	}
	for ; label.Size > 8 && !fits(); label.Size -= .5 {
	}
	y -= float64(len(lines)-1) * label.Size * .6
	for i, line := range lines {
		if i > 0 {
			y += label.Size * 1.2
		}
		width := c.set(label, x, y, line)
		if i == len(lines)-1 {
			c.set(figure(), x+width+8, y, row.Value)
		}
	}
}

// halves breaks a text at the space nearest to its middle, the first half the longer one: a figure
// follows the second.
func halves(text string) []string {
	words := strings.Split(text, " ")
	for n := 1; n < len(words); n++ {
		if first := strings.Join(words[:n], " "); len(first) >= len(text)/2 {
			return []string{first, strings.Join(words[n:], " ")}
		}
	}
	return []string{text}
}

// newCard draws the words that every card has.
func newCard(card Card) *canvas {
	c := newCanvas(cardWidth, cardHeight, 1)
	c.draw(carto.Style{Fill: "ink"}, lines("M0 0h1200v10H0z"))
	c.set(cardKicker, cardEdge, 66, card.Kicker)
	c.fit(cardTitle, cardEdge, 134, card.Title, cardWidth-2*cardEdge)
	c.fit(cardSubtitle, cardEdge, 182, card.Subtitle, cardWidth-2*cardEdge)
	c.fit(cardFooter, cardEdge, 576, card.Footer, cardWidth-2*cardEdge)
	c.fit(cardSmall, cardEdge, 602, card.Disclaimer, cardWidth-2*cardEdge)
	return c
}

// fit sets a line no wider than there is room for.
func (c *canvas) fit(s carto.TextStyle, x, y float64, text string, room float64) {
	for s.Size > 8 && c.width(s, text) > room {
		s.Size -= .5
	}
	c.set(s, x, y, text)
}

func (c *canvas) swatch(f carto.Fill, x, y float64) {
	c.Path(f.Name(), fmt.Sprintf("M%g %gh40v26h-40z", x, y), "")
}

// locator draws a country in ink among its neighbours, as carto.Locator does.
func (c *canvas) locator(v carto.View) {
	c.draw(carto.Style{Fill: "none", Stroke: "edge", Width: .5}, c.place(lines(v.Land)))
	ring := carto.Style{Stroke: "ink", Width: 1.4}
	for _, s := range v.Shapes {
		c.draw(carto.Style{Fill: "ink", Stroke: "ground", Width: .3}, c.place(lines(s.Path)))
		if s.Mark == nil {
			continue
		}
		at := point{s.Mark.AnchorX, s.Mark.AnchorY}
		c.draw(ring, c.place([]line{{circle(at, s.Mark.R, s.Mark.R*c.scale), true}}))
		if s.Area < 1 {
			c.draw(carto.Style{Fill: "ink"}, c.place([]line{{circle(at, 1.6, 1.6*c.scale), true}}))
		}
	}
	c.draw(carto.Style{Stroke: "edge", Width: 1}, c.place(lines(v.Outline)))
}
