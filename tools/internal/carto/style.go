package carto

import (
	"fmt"
	"strconv"
	"strings"
)

// Style is how a class of lines or areas is drawn. Colours are names in the palette, "" for none;
// widths and dashes are in units of the view.
type Style struct {
	Fill    string
	Pattern *Pattern // instead of Fill
	Stroke  string
	Width   float64
	Dash    []float64
	Round   bool // ends of lines
}

// Pattern is a square tile that repeats, its layers drawn one over the other.
type Pattern struct {
	ID     string
	Size   float64 // of the tile, in units of the view
	Turn   float64 // degrees, clockwise
	Layers []Layer
}

// Layer is SVG path data in units of the view, drawn in the style of a class.
type Layer struct{ Class, Path string }

// undetermined hatches land whose status is not settled.
var undetermined = Pattern{"undetermined", 3, -45, []Layer{{"f-none", "M0 0h3v3H0z"}, {"u", "M0 1.5h3"}}}

// part is a class that every map may use.
type part struct {
	class string
	Style
}

// parts are the parts of a view and the layers of patterns.
func parts() []part {
	list := []part{
		{"paper", Style{Fill: "ground"}},
		{"sea", Style{Fill: "ground"}},
		{"grid", Style{Stroke: "grid", Width: .5}},
		{"land", Style{Fill: "land", Stroke: "edge", Width: .5}},
		{"undetermined", Style{Pattern: &undetermined, Stroke: "line", Width: .4, Dash: []float64{1.5, 1}}},
		{"unsettled", Style{Stroke: "ink", Width: .8, Dash: []float64{1.6, 1.8}}},
		{"hair", Style{Stroke: "quiet", Width: .4}},
		{"u", Style{Stroke: "quiet", Width: .6}},
		{"dots", Style{Stroke: "unknown-ink", Width: 1.3, Round: true}},
		{"stale", Style{Stroke: "ground", Width: .9}},
	}
	for _, c := range []Class{Yes, No, None, Q1, Q2, Q3, Q4, Q5} {
		list = append(list, part{"f-" + string(c), Style{Fill: string(c)}})
	}
	for _, c := range []Class{Q1, Q2, Q3, Q4, Q5} {
		ink := "ground"
		if c == Q1 || c == Q2 {
			ink = "ink"
		}
		list = append(list, part{"hatch-" + string(c), Style{Stroke: ink, Width: .7}})
	}
	return list
}

// Styles gives every class of a map with its style: the parts of a view, the layers of patterns
// and the fills.
func Styles() map[string]Style {
	styles := map[string]Style{}
	for _, p := range parts() {
		styles[p.class] = p.Style
	}
	for _, f := range Fills() {
		styles[f.Name()] = f.style()
	}
	return styles
}

// style is how a shape with this fill is drawn.
func (f Fill) style() Style {
	s := Style{Fill: string(f.Class), Stroke: outlines[f.Class], Width: .4}
	if p := f.pattern(); p != nil {
		s.Fill, s.Pattern = "", p
	}
	return s
}

// css writes the style as a rule of a style sheet.
func (s Style) css(class string) string {
	var out strings.Builder
	paint := "none"
	switch {
	case s.Pattern != nil:
		paint = "url(#" + s.Pattern.ID + ")"
	case s.Fill != "":
		paint = "var(--" + s.Fill + ")"
	}
	fmt.Fprintf(&out, ".%s{fill:%s", class, paint)
	if s.Stroke != "" {
		fmt.Fprintf(&out, ";stroke:var(--%s);stroke-width:%s", s.Stroke, brief(s.Width))
	}
	if len(s.Dash) == 2 {
		fmt.Fprintf(&out, ";stroke-dasharray:%s %s", brief(s.Dash[0]), brief(s.Dash[1]))
	}
	if s.Round {
		out.WriteString(";stroke-linecap:round")
	}
	return out.String() + "}"
}

// brief writes a number without the zero before its point.
func brief(x float64) string {
	return strings.TrimPrefix(strconv.FormatFloat(x, 'f', -1, 64), "0")
}

// svg writes the pattern as an element.
func (p Pattern) svg() string {
	var layers strings.Builder
	for _, l := range p.Layers {
		fmt.Fprintf(&layers, `<path class="%s" d="%s"/>`, l.Class, l.Path)
	}
	turn := ""
	if p.Turn != 0 {
		turn = fmt.Sprintf(` patternTransform="rotate(%g)"`, p.Turn)
	}
	return fmt.Sprintf(`<pattern id="%s" width="%g" height="%[2]g" patternUnits="userSpaceOnUse"%s>%s</pattern>`, p.ID, p.Size, turn, layers.String())
}

// TextStyle is how a class of text is set: the size in units of the picture.
type TextStyle struct {
	Size   float64
	Strong bool
	Colour string // in the palette
}

// TextStyles gives the classes of text in a picture.
func TextStyles() map[string]TextStyle {
	return map[string]TextStyle{
		"title":    {26, true, "ink"},
		"subtitle": {14, false, "ink"},
		"key":      {13, false, "ink"},
		"small":    {11, false, "quiet"},
	}
}
