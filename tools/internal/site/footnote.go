package site

import "slices"

// Footnote is a place in a publication on which answers of a profile rest.
type Footnote struct {
	Source  string `json:"source"`
	Locator string `json:"locator"`
	// As is the number of the first footnote with the same publication, 0 in that one itself.
	As int `json:"as,omitempty"`
}

// annotate gives an entry and its others the numbers of their footnotes, from 1 in the order of the
// page. A place that stands already is not noted again.
func (c *Country) annotate(e Entry) Entry {
	e.Footnotes = nil
	for _, s := range e.grounds() {
		if n := c.footnote(s); !slices.Contains(e.Footnotes, n) {
			e.Footnotes = append(e.Footnotes, n)
		}
	}
	e.Others = slices.Clone(e.Others)
	for i, other := range e.Others {
		e.Others[i] = c.annotate(other)
	}
	return e
}

// grounds gives the statements behind the words of an answer: the one that leads, those against
// it if sources disagree, and those for the other years that it names.
func (e Entry) grounds() []Statement {
	if e.Lead == nil {
		return nil
	}
	list := []Statement{*e.Lead}
	if e.State == "contested" {
		list = append(list, e.Against...)
	}
	if e.Repeats != nil {
		list = append(list, *e.Repeats)
	}
	for _, m := range e.History {
		if e.Earlier != nil && m.Period == e.Earlier.Year {
			list = append(list, m.Statements[0])
		}
	}
	return list
}

// footnote gives the number of the footnote for a statement.
func (c *Country) footnote(s Statement) int {
	same := func(f Footnote) bool { return f.Source == s.Source && f.Locator == s.Locator }
	if i := slices.IndexFunc(c.Footnotes, same); i >= 0 {
		return i + 1
	}
	first := slices.IndexFunc(c.Footnotes, func(f Footnote) bool { return f.Source == s.Source })
	c.Footnotes = append(c.Footnotes, Footnote{s.Source, s.Locator, first + 1})
	return len(c.Footnotes)
}
