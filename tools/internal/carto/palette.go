package carto

import (
	"fmt"
	"strings"
)

// Class is what a fill means.
type Class string

// The classes. Q1 to Q5 are the five steps of a scale, least to most.
const (
	Yes       Class = "yes"
	No        Class = "no"
	Unknown   Class = "unknown"
	Contested Class = "contested"
	None      Class = "none"
	// Range is a number known only within bounds that lie in more than one step.
	Range Class = "range"
	Q1    Class = "q1"
	Q2    Class = "q2"
	Q3    Class = "q3"
	Q4    Class = "q4"
	Q5    Class = "q5"
)

// Colour is one entry of the palette: a CSS custom property with its value on light and on dark
// ground, as #rrggbb.
type Colour struct{ Name, Light, Dark string }

// Palette is the only home of the atlas's colours. Its order is that of the stylesheet.
func Palette() []Colour {
	return []Colour{
		{"ground", "#fbfaf7", "#12161c"}, // paper
		{"ink", "#1b2430", "#e9e7e1"},    // text, outline of "no"
		{"quiet", "#5a626c", "#a3abb5"},  // captions, hairlines that must be seen
		{"line", "#8a9097", "#7b8490"},   // outline of land without a fill of its own
		{"grid", "#e3e2dd", "#232931"},   // meridians and parallels
		{"land", "#f6f5f1", "#181d24"},   // land outside the subject
		{"edge", "#cfcdc6", "#3b434d"},   // its outline
		{"none", "#eceae5", "#2a3038"},
		{"unknown-ink", "#5a626c", "#b4bbc4"}, // dots on none
		{"yes", "#0b5d6b", "#5cc4cf"},
		{"no", "#e8a33d", "#b36b12"},
		{"q1", "#87cacf", "#065b6a"},
		{"q2", "#44a2ad", "#038494"},
		{"q3", "#057987", "#3aaebb"},
		{"q4", "#05505c", "#7cd7de"},
		{"q5", "#012a34", "#d7fbfc"},
	}
}

// CSS gives the palette as custom properties: light, dark where the reader asks for it, and light
// again on paper.
func CSS() string {
	var light, dark strings.Builder
	for _, c := range Palette() {
		fmt.Fprintf(&light, "--%s:%s;", c.Name, c.Light)
		fmt.Fprintf(&dark, "--%s:%s;", c.Name, c.Dark)
	}
	return fmt.Sprintf(":root{color-scheme:light dark;%s}\n"+
		"@media screen and (prefers-color-scheme:dark){:root{%s}}\n", light.String(), dark.String())
}
