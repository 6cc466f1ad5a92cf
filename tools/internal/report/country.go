package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Country gives every indicator in one country, with what each status rests on.
func Country(d *dataset.Dataset, a *status.Atlas, iso3 string) Table {
	t := Table{Title: fmt.Sprintf("%s (%s)", d.Name(iso3, "en"), iso3), Columns: []Column{{"indicator", false}, {"status", false},
		{"year", true}, {"basis", false}, {"source", false}, {"rests on", false}}}
	for _, i := range d.Indicators {
		all := slices.Clone(a.Series(i.ID, iso3))
		if len(all) == 0 {
			t.Rows = append(t.Rows, []string{i.ID, "no data", "", "", "", ""})
		}
		slices.SortStableFunc(all, func(a, b status.Series) int { return cmp.Compare(standing(a), standing(b)) })
		for _, s := range all {
			c := stands(s)
			t.Rows = append(t.Rows, []string{i.ID, says(s), year(s.Year()), basis(s.Basis), cited(c), how(c)})
		}
	}
	if c, ok := d.Country(iso3); ok {
		r, _ := d.Region(c.Region)
		t.Remarks = []string{fmt.Sprintf("Region: %s. Ages at %s.", cmp.Or(r.Name, "none"), d.Edition.Date)}
	}
	return t
}

// standing puts the series that stands for the country first and those on a part of it last.
func standing(s status.Series) int {
	if place := slices.Index(dataset.NationalBases, s.Basis); place >= 0 || s.National() {
		return place
	}
	return len(dataset.NationalBases)
}

// Reasoning gives, for one indicator in one country, every observation with the part that it
// played: one table for each basis.
func Reasoning(d *dataset.Dataset, a *status.Atlas, indicator, iso3 string) []Table {
	name := fmt.Sprintf("%s in %s (%s)", indicator, d.Name(iso3, "en"), iso3)
	var tables []Table
	for _, s := range a.Series(indicator, iso3) {
		tables = append(tables, reasoning(name, s))
	}
	if len(tables) == 0 {
		return []Table{{Title: name + ": no data"}}
	}
	return tables
}

func reasoning(name string, s status.Series) Table {
	title := fmt.Sprintf("%s: %s (%d)", name, says(s), s.Year())
	if s.Basis != "" {
		title = fmt.Sprintf("%s, %s: %s (%d)", name, basis(s.Basis), says(s), s.Year())
	}
	t := Table{Title: title, Columns: []Column{{"period", true}, {"concluded", false}, {"part", false}, {"says", false},
		{"confidence", false}, {"tier", true}, {"source", false}, {"locator", false}, {"note", false}, {"place", false}}}
	for _, c := range slices.Backward(s.Periods) {
		first := result(c)
		for _, part := range parts(c) {
			for _, o := range part.statements {
				t.Rows = append(t.Rows, []string{year(c.Period), first, part.name, number(o), o.Confidence, year(o.Tier),
					o.Source, o.Locator, o.Note, o.At("value").String()})
				first = ""
			}
		}
	}
	if !s.National() {
		t.Remarks = []string{"This is about a part of the country, or of its people, and never stands for the whole."}
	}
	return t
}

type part struct {
	name       string
	statements []status.Statement
}

func parts(c status.Conclusion) []part {
	against := "against"
	if c.State == status.Value {
		against = "other estimate"
	}
	return []part{{"leads", []status.Statement{c.Lead}}, {"agrees", c.Agree}, {against, c.Against}, {"silent", c.Silent}}
}
