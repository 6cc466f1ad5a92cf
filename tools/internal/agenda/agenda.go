// Package agenda ranks what is worth updating first.
package agenda

import (
	"cmp"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Gap is an indicator in a country of which nothing is known, or nothing that is sure and new.
type Gap struct {
	Indicator, Country string
	// Latest is what the atlas says now, of the year Year; NoData and 0 where it says nothing.
	Latest status.Conclusion
	Year   int
	// Reasons hold at least one.
	Reasons []Reason
	// People is how many people inject drugs in the country; 0 where nobody has said.
	People int

	core  bool
	place int // of the indicator on pages
}

// Rule says in a sentence how gaps are ranked.
const Rule = "Core indicators first, then what has two reasons or more, then the order of indicators on pages, " +
	"then the older value, then the country where more people inject drugs."

// Of gives every gap by rank. No data alone is none: most of it was never asked for, and
// nothing tells where to begin.
func Of(d *dataset.Dataset, a *status.Atlas) []Gap {
	var gaps []Gap
	for _, c := range d.Countries {
		if c.Profile {
			gaps = append(gaps, gapsIn(d, a, c.ISO3)...)
		}
	}
	slices.SortStableFunc(gaps, byRank)
	return gaps
}

func byRank(a, b Gap) int {
	return cmp.Or(first(a.core, b.core), first(len(a.Reasons) > 1, len(b.Reasons) > 1), cmp.Compare(a.place, b.place),
		cmp.Compare(a.Year, b.Year), cmp.Compare(b.People, a.People))
}

// first puts what is so before what is not.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

func gapsIn(d *dataset.Dataset, a *status.Atlas, iso3 string) []Gap {
	var gaps []Gap
	people, core := peopleIn(a, iso3), len(d.Core())
	last := lastOpen(d, a, iso3)
	for place, i := range d.Indicators {
		g := Gap{Indicator: i.ID, Country: iso3, Latest: status.Conclude(nil), People: people, core: place < core, place: place}
		if s, ok := a.Headline(i.ID, iso3); ok {
			g.Latest, g.Year = s.Latest, s.Year()
			g.Reasons = reasons(s, i.StaleAfter, d.Edition)
		} else {
			g.Reasons = []Reason{Missing}
		}
		if len(g.Reasons) == 0 {
			continue
		}
		g.Reasons = append(g.Reasons, weights(people, last == i.ID)...)
		if g.Latest.State != status.NoData || len(g.Reasons) > 1 {
			gaps = append(gaps, g)
		}
	}
	return gaps
}
