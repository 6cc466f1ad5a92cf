package carto

import (
	"fmt"
	"strings"
	"unicode"
)

// Canvas is what pictures are drawn on. Classes are those of Styles and TextStyles, paths are SVG
// path data, of which an empty one draws
// nothing; y points down. A title names a shape to those who point at it or have it read.
type Canvas interface {
	Path(class, d, title string)
	Circle(class string, x, y, r float64, title string)
	// Text sets a line from x at a baseline, and a figure in bold after it.
	Text(class string, x, y float64, text, figure string)
	// Inset draws in a window with an origin of its own; nothing is drawn outside.
	Inset(x, y, width, height float64, draw func(Canvas))
}

// Size gives width and height of a view with its words, in units of the view.
func Size(v View, m Map) (width, height float64) {
	return v.Width + 2*margin, Draw(blank{}, v, m)
}

// Draw draws a view with its words around it and gives the height.
func Draw(c Canvas, v View, m Map) (height float64) {
	y := drawHeader(c, m)
	c.Inset(margin, y, v.Width, v.Height, func(c Canvas) { DrawView(c, v, m) })
	y = drawLegend(c, m.Legend, round(y+v.Height+26), v.Width)
	return drawFooter(c, m, y, v.Width)
}

// drawHeader sets title and subtitle and gives the height below them.
func drawHeader(c Canvas, m Map) float64 {
	c.Text("title", margin, 44, m.Title, "")
	if m.Subtitle == "" {
		return 60
	}
	c.Text("subtitle", margin, 68, m.Subtitle, "")
	return 84
}

// drawLegend draws one line of swatches, or more where they don't fit, and gives the height below.
func drawLegend(c Canvas, items []LegendItem, y, width float64) float64 {
	x := margin
	for _, item := range items {
		figure := fmt.Sprint(item.Count)
		need := round(34 + textWidth(item.Label+" "+figure, 13) + 18)
		if x > margin && x+need > margin+width {
			x, y = margin, y+24
		}
		c.Path(item.Name(), fmt.Sprintf("M%g %gh26v14h-26z", x, round(y-11)), "")
		c.Text("key", round(x+34), y, item.Label, figure)
		x = round(x + need)
	}
	return y
}

// drawFooter sets source, date and disclaimer and gives the height below.
func drawFooter(c Canvas, m Map, y, width float64) float64 {
	source := strings.TrimSpace(strings.Join([]string{m.Source, m.Date}, " "))
	y += 12
	for _, paragraph := range []string{source, m.Disclaimer} {
		for _, line := range wrap(paragraph, 11, width) {
			y = round(y + 15)
			c.Text("small", margin, y, line, "")
		}
	}
	return y + margin
}

// DrawView draws the map alone: light fills first, so that outlines of the others lie on top.
func DrawView(c Canvas, v View, m Map) {
	c.Path("sea", v.Outline, "")
	c.Path("grid", v.Graticule, "")
	c.Path("land", v.Land, "")
	c.Path("undetermined", v.Undetermined, "")
	for _, none := range []bool{true, false} {
		for _, s := range v.Shapes {
			if f := m.fill(s.ID); (f.Class == None) == none {
				c.Path(f.Name(), s.Path, m.name(s.ID))
			}
		}
	}
	c.Path("unsettled", v.Unsettled, "")
	c.Path("hair", v.hairlines(), "")
	for _, s := range v.Shapes {
		if s.Mark != nil {
			c.Circle(m.fill(s.ID).Name(), s.Mark.X, s.Mark.Y, s.Mark.R, m.name(s.ID))
		}
	}
}

// hairlines lead from marks that moved to their countries.
func (v View) hairlines() string {
	var hairs pen
	for _, s := range v.Shapes {
		if s.Mark != nil && s.Mark.Moved() {
			hairs.open(s.Mark.hairline())
		}
	}
	return hairs.String()
}

// textWidth estimates how wide a text is set, on the safe side, since readers' fonts differ.
func textWidth(s string, size float64) float64 {
	var ems float64
	for _, r := range s {
		switch {
		case strings.ContainsRune("iIjl.,:;|!'’ ", r):
			ems += .33
		case strings.ContainsRune("ftr()/-", r):
			ems += .42
		case strings.ContainsRune("mwMW%—", r):
			ems += .95
		case unicode.IsUpper(r):
			ems += .7
		default:
			ems += .62
		}
	}
	return ems * size
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

// blank draws nothing.
type blank struct{}

func (blank) Path(string, string, string)                      {}
func (blank) Circle(string, float64, float64, float64, string) {}
func (blank) Text(string, float64, float64, string, string)    {}
func (blank) Inset(_, _, _, _ float64, _ func(Canvas))         {}
