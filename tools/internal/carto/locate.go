package carto

import "fmt"

// View gives a country among its neighbours as a view of one shape, for a picture of another
// kind. The shape has a mark where the country would be too small to see.
func (l *Locator) View(c Country) (View, error) {
	fitted := fit(l.fine, []Country{c}, framing{})
	if fitted.bound.IsEmpty() {
		return View{}, fmt.Errorf("country %s has neither an area nor a point", c.ID)
	}
	f, v := l.draw(c, fitted.centre, l.reach(c, fitted))
	v.Outline = f.edge()
	return v, nil
}
