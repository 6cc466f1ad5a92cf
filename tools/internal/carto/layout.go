package carto

import (
	"fmt"
	"strings"
	"unicode"
)

// layout sets the words of a picture around its view, from the edge where lines begin.
type layout struct {
	canvas      Canvas
	width       float64 // of the view
	rightToLeft bool
}

// x gives where something so wide lies that begins at a distance from the edge of the picture.
// A line of text is anchored where it begins, so its width is 0.
func (l layout) x(distance, width float64) float64 {
	if l.rightToLeft {
		return round(l.width + 2*margin - distance - width)
	}
	return round(distance)
}

// lines sets a text in as many lines as it needs, the first at y, and gives the place of the last.
func (l layout) lines(class, text string, y, size, leading float64) float64 {
	for i, line := range wrap(text, size, l.width) {
		if i > 0 {
			y = round(y + leading)
		}
		l.canvas.Text(class, l.x(margin, 0), y, line, "")
	}
	return y
}

// header sets title and subtitle and gives the height below them.
func (l layout) header(m Map) float64 {
	y := l.lines("title", m.Title, 44, 26, 31)
	if m.Subtitle == "" {
		return y + 16
	}
	return l.lines("subtitle", m.Subtitle, y+24, 14, 19) + 16
}

// legend draws one line of swatches, or more where they don't fit, and gives the height below.
func (l layout) legend(items []LegendItem, y float64) float64 {
	x := margin
	for _, item := range items {
		figure := fmt.Sprint(item.Count)
		need := round(34 + textWidth(item.Label+" "+figure, 13) + 18)
		if x > margin && x+need > margin+l.width {
			x, y = margin, y+24
		}
		l.canvas.Path(item.Name(), fmt.Sprintf("M%g %gh26v14h-26z", l.x(x, 26), round(y-11)), "")
		l.canvas.Text("key", l.x(x+34, 0), y, item.Label, figure)
		x = round(x + need)
	}
	return y
}

// footer sets source, date and disclaimer and gives the height below.
func (l layout) footer(m Map, y float64) float64 {
	source := strings.TrimSpace(strings.Join([]string{m.Source, m.Date}, " "))
	y += 12
	for _, paragraph := range []string{source, m.Disclaimer} {
		if paragraph != "" {
			y = l.lines("small", paragraph, round(y+15), 11, 15)
		}
	}
	return y + margin
}

// textWidth estimates how wide a text is set, on the safe side, since readers' fonts differ.
func textWidth(s string, size float64) float64 {
	var ems float64
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Cf): // marks over a letter, and what steers the direction
		case strings.ContainsRune("iIjl.,:;|!'’ ", r):
			ems += .33
		case strings.ContainsRune("ftr()/-", r):
			ems += .42
		case strings.ContainsRune("mwMW%—жмшщыюфЖМШЩЫЮФ", r):
			ems += .95
		case unicode.IsUpper(r):
			ems += .7
		default:
			ems += .62
		}
	}
	return ems * size
}

// wrap breaks a text into lines that fit, at plain spaces only: the others hold together what stands
// beside them.
func wrap(s string, size, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }) {
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
