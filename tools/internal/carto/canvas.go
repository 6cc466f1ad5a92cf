package carto

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
	l := layout{c, v.Width, m.RightToLeft}
	y := l.header(m)
	c.Inset(margin, y, v.Width, v.Height, func(c Canvas) { DrawView(c, v, m) })
	y = l.legend(m.Legend, round(y+v.Height+26))
	return l.footer(m, y)
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

// blank draws nothing.
type blank struct{}

func (blank) Path(string, string, string)                      {}
func (blank) Circle(string, float64, float64, float64, string) {}
func (blank) Text(string, float64, float64, string, string)    {}
func (blank) Inset(_, _, _, _ float64, _ func(Canvas))         {}
