package carto

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// Map is what a view says: the words around it and the status of each country, by its ID.
type Map struct {
	Title, Subtitle string
	Legend          []LegendItem
	// Source, Date and Disclaimer stand under the map and go wherever the file goes.
	Source, Date, Disclaimer string
	Status                   map[string]Class // None where a country is missing
	Stale, Hatched           map[string]bool
	// Names says for each country what a reader of its shape is told: "Kenya: yes, 2024".
	Names map[string]string
}

// LegendItem explains one fill.
type LegendItem struct {
	Fill
	Label string
	Count int // countries
}

// fill gives the fill of a country.
func (m Map) fill(id string) Fill {
	class := m.Status[id]
	if class == "" {
		class = None
	}
	return Fill{class, m.Stale[id], m.Hatched[id]}
}

const (
	margin = 24.0
	styles = "text{font-family:system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;fill:var(--ink)}" +
		".title{font:600 26px Charter,'Bitstream Charter','Sitka Text',Cambria,'Noto Serif',serif}" +
		".subtitle{font-size:14px}.key{font-size:13px}.count{font-weight:600}.small{font-size:11px;fill:var(--quiet)}" +
		".paper{fill:var(--ground)}\n"
)

// SVG gives a view with its words as a picture that stands alone: it holds its own colours, for
// light and dark, and refers to nothing outside. The same input gives the same bytes.
func SVG(v View, m Map) []byte {
	w := writer{}
	y := w.header(m)
	top := y
	y = round(y + v.Height + 26)
	y = w.legend(m.Legend, y, v.Width)
	y = w.footer(m, y, v.Width)
	body := w.Bytes()

	var out writer
	width, height := v.Width+2*margin, y
	out.printf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" width="%[1]g" height="%[2]g" role="img" aria-labelledby="title desc">`+"\n", width, height)
	out.printf("<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", escape(m.Title), escape(describe(m)))
	fills := m.fills(v)
	out.printf("<style>\n%s%s%s</style>\n", CSS(), styles, Rules(fills))
	out.printf("<defs>%s%s</defs>\n", Defs(fills), undeterminedPattern)
	out.printf("<path class=\"paper\" d=\"M0 0h%gv%gH0z\"/>\n", width, height)
	out.printf("<svg x=\"%g\" y=\"%g\" width=\"%g\" height=\"%g\">\n", margin, top, v.Width, v.Height)
	out.view(v, m)
	out.printf("</svg>\n")
	out.Write(body)
	out.printf("</svg>\n")
	return out.Bytes()
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
		parts = append(parts, fmt.Sprintf("%s: %d", item.Label, item.Count))
	}
	var out []string
	for _, part := range append(parts, m.Source, m.Date, m.Disclaimer) {
		if part = strings.TrimRight(part, ". "); part != "" {
			out = append(out, part+".")
		}
	}
	return strings.Join(out, " ")
}

type writer struct{ bytes.Buffer }

func (w *writer) printf(format string, args ...any) { fmt.Fprintf(w, format, args...) }

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}

func (w *writer) text(class string, x, y float64, s string) {
	w.printf("<text class=\"%s\" x=\"%g\" y=\"%g\">%s</text>\n", class, x, y, escape(s))
}

// header writes title and subtitle and gives the height below them.
func (w *writer) header(m Map) float64 {
	w.text("title", margin, 44, m.Title)
	if m.Subtitle == "" {
		return 60
	}
	w.text("subtitle", margin, 68, m.Subtitle)
	return 84
}

// legend writes one line of swatches, or more where they don't fit, and gives the height below.
func (w *writer) legend(items []LegendItem, y, width float64) float64 {
	x := margin
	for _, item := range items {
		need := round(34 + textWidth(fmt.Sprintf("%s %d", item.Label, item.Count), 13) + 18)
		if x > margin && x+need > margin+width {
			x, y = margin, y+24
		}
		w.printf("<path class=\"%s\" d=\"M%g %gh26v14h-26z\"/>", item.Name(), x, round(y-11))
		w.printf("<text class=\"key\" x=\"%g\" y=\"%g\">%s <tspan class=\"count\">%d</tspan></text>\n", round(x+34), y, escape(item.Label), item.Count)
		x = round(x + need)
	}
	return y
}

// footer writes source, date and disclaimer and gives the height below.
func (w *writer) footer(m Map, y, width float64) float64 {
	source := strings.TrimSpace(strings.Join([]string{m.Source, m.Date}, " "))
	y += 12
	for _, paragraph := range []string{source, m.Disclaimer} {
		for _, line := range wrap(paragraph, 11, width) {
			y = round(y + 15)
			w.text("small", margin, y, line)
		}
	}
	return y + margin
}

// textWidth estimates how wide a text is set, on the safe side, since no font is at hand.
func textWidth(s string, size float64) float64 {
	return 0.56 * size * float64(len([]rune(s)))
}

// wrap breaks a text into lines that fit.
func wrap(s string, size, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && textWidth(line+" "+word, size) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// view writes the map itself: light fills first, so that outlines of the others lie on top.
func (w *writer) view(v View, m Map) {
	w.path("sea", v.Outline)
	w.path("grid", v.Graticule)
	w.path("land", v.Land)
	w.path("undetermined", v.Undetermined)
	for _, none := range []bool{true, false} {
		for _, s := range v.Shapes {
			if (m.fill(s.ID).Class == None) == none {
				w.shape(s, m)
			}
		}
	}
	w.path("unsettled", v.Unsettled)
	w.marks(v, m)
}

func (w *writer) path(class, d string) {
	if d != "" {
		w.printf("<path class=\"%s\" d=\"%s\"/>\n", class, d)
	}
}

func (w *writer) shape(s Shape, m Map) {
	if s.Path != "" {
		w.printf("<path class=\"%s\" d=\"%s\"><title>%s</title></path>\n", m.fill(s.ID).Name(), s.Path, escape(m.name(s.ID)))
	}
}

// marks writes the circles above everything else, hairlines first.
func (w *writer) marks(v View, m Map) {
	var hairs pen
	for _, s := range v.Shapes {
		if s.Mark != nil && s.Mark.Moved() {
			hairs.open(s.Mark.hairline())
		}
	}
	w.path("hair", hairs.String())
	for _, s := range v.Shapes {
		if s.Mark != nil {
			w.printf("<circle class=\"%s\" cx=\"%g\" cy=\"%g\" r=\"%g\"><title>%s</title></circle>\n",
				m.fill(s.ID).Name(), s.Mark.X, s.Mark.Y, s.Mark.R, escape(m.name(s.ID)))
		}
	}
}

// name gives what is said of a country, at least its code.
func (m Map) name(id string) string {
	if name := m.Names[id]; name != "" {
		return name
	}
	return id
}
