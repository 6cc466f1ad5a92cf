package carto

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"strings"
)

// Map is what a view says: the words around it and what it tells of each country.
type Map struct {
	Title, Subtitle string
	// Lang is the language of the words. Those of one that is RightToLeft begin at the right edge;
	// the view is never mirrored.
	Lang        string
	RightToLeft bool
	Legend      []LegendItem
	// Source, Date and Disclaimer stand under the map and go wherever the file goes.
	Source, Date, Disclaimer string
	// Countries are known by their ID; those that are missing have no data.
	Countries map[string]Told
}

// Told is what a map tells of a country: by its fill, and to a reader of its shape, "Kenya: yes,
// 2024".
type Told struct {
	Fill
	Name string
}

// LegendItem explains one fill. The label ends with a colon as its language sets it, since a number
// may stand on both sides.
type LegendItem struct {
	Fill
	Label string
	Count int // countries
}

// Unnamed gives the map without what it tells a reader of each shape, which is all that pixels show.
func (m Map) Unnamed() Map {
	shown := make(map[string]Told, len(m.Countries))
	for id, told := range m.Countries {
		shown[id] = Told{Fill: told.Fill}
	}
	m.Countries = shown
	return m
}

// fill gives the fill of a country.
func (m Map) fill(id string) Fill {
	f := m.Countries[id].Fill
	f.Class = cmp.Or(f.Class, None)
	return f
}

const (
	margin = 24.0
	styles = "text{font-family:system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;fill:var(--ink)}" +
		".title{font:600 26px Charter,'Bitstream Charter','Sitka Text',Cambria,'Noto Serif',serif}" +
		".subtitle{font-size:14px}.key{font-size:13px}.count{font-weight:600}.small{font-size:11px;fill:var(--quiet)}" +
		"\n"
)

// SVG gives a view with its words as a picture that stands alone: it holds its own colours, for
// light and dark, and refers to nothing outside. The same input gives the same bytes.
func SVG(v View, m Map) []byte {
	var body, out writer
	height := Draw(&body, v, m)
	width := v.Width + 2*margin
	out.printf(`<svg xmlns="http://www.w3.org/2000/svg"%s viewBox="0 0 %g %g" width="%[2]g" height="%[3]g" role="img" aria-labelledby="title desc">`+"\n", m.language(), width, height)
	out.printf("<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", escape(m.Title), escape(describe(m)))
	fills := m.fills(v)
	out.printf("<style>\n%s%s%s</style>\n", CSS(), styles, Rules(fills))
	out.printf("<defs>%s%s</defs>\n", Defs(fills), undetermined.svg())
	out.Path("paper", fmt.Sprintf("M0 0h%gv%gH0z", width, height), "")
	out.Write(body.Bytes())
	out.printf("</svg>\n")
	return out.Bytes()
}

// language says in which language and direction text is to be read and set.
func (m Map) language() string {
	text := ""
	if m.Lang != "" {
		text = fmt.Sprintf(` xml:lang="%s"`, escape(m.Lang))
	}
	if m.RightToLeft {
		text += ` direction="rtl"`
	}
	return text
}

// fills gives the fills that the map and its legend use.
func (m Map) fills(v View) []Fill {
	var used []Fill
	for _, s := range v.Shapes {
		used = append(used, m.fill(s.ID))
	}
	for _, item := range m.Legend {
		used = append(used, item.Fill)
	}
	return used
}

// describe says in words what the legend says in colours.
func describe(m Map) string {
	parts := []string{m.Subtitle}
	for _, item := range m.Legend {
		parts = append(parts, fmt.Sprintf("%s %d", item.Label, item.Count))
	}
	var out []string
	for _, part := range append(parts, m.Source, m.Date, m.Disclaimer) {
		part = strings.TrimRight(part, ". ")
		switch {
		case strings.HasSuffix(part, "?"), strings.HasSuffix(part, "؟"):
			out = append(out, part)
		case part != "":
			out = append(out, part+".")
		}
	}
	return strings.Join(out, " ")
}

// writer is a canvas that writes SVG.
type writer struct{ bytes.Buffer }

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(w, format, args...) }

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}

// Path writes a path.
func (w *writer) Path(class, d, title string) {
	if d != "" {
		w.printf("<path class=\"%s\" d=\"%s\"%s\n", class, d, ending("path", title))
	}
}

// Circle writes a circle.
func (w *writer) Circle(class string, x, y, r float64, title string) {
	w.printf("<circle class=\"%s\" cx=\"%g\" cy=\"%g\" r=\"%g\"%s\n", class, x, y, r, ending("circle", title))
}

// ending closes an element, around its title if it has one.
func ending(element, title string) string {
	if title == "" {
		return "/>"
	}
	return "><title>" + escape(title) + "</title></" + element + ">"
}

// Text writes a line of text.
func (w *writer) Text(class string, x, y float64, text, figure string) {
	w.printf("<text class=\"%s\" x=\"%g\" y=\"%g\">%s", class, x, y, escape(text))
	if figure != "" {
		w.printf(" <tspan class=\"count\">%s</tspan>", escape(figure))
	}
	w.printf("</text>\n")
}

// Inset writes an element with a viewport of its own.
func (w *writer) Inset(x, y, width, height float64, draw func(Canvas)) {
	w.printf("<svg x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\">\n", x, y, width, height)
	draw(w)
	w.printf("</svg>\n")
}

// name gives what is said of a country, at least its code.
func (m Map) name(id string) string {
	return cmp.Or(m.Countries[id].Name, id)
}
