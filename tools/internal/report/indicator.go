package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Indicator gives an indicator by region and, below, by country. It returns the zero Table
// twice for an unknown indicator.
func Indicator(d *dataset.Dataset, a *status.Atlas, id string) (regions, countries Table) {
	indicator, ok := d.Indicator(id)
	if !ok {
		return Table{}, Table{}
	}
	return byRegion(d, a, indicator), byCountry(d, a, id)
}

func byRegion(d *dataset.Dataset, a *status.Atlas, i dataset.Indicator) Table {
	t := Table{Title: i.ID + " by region", Columns: tallyColumns("region")}
	for _, r := range d.Regions {
		t.Rows = append(t.Rows, append([]string{r.Name}, tallyOf(d, a, i, profiled(d, r.ID)).cells(i.Counts())...))
	}
	t.Rows = append(t.Rows, append([]string{"World"}, tallyOf(d, a, i, profiled(d, "")).cells(i.Counts())...))
	return t
}

func byCountry(d *dataset.Dataset, a *status.Atlas, id string) Table {
	t := Table{Title: id + " by country", Columns: []Column{{"country", false}, {"key", false}, {"status", false},
		{"year", true}, {"basis", false}, {"source", false}}}
	without, partly := 0, 0
	for _, country := range profiled(d, "") {
		all := a.Series(id, country)
		if len(all) == 0 {
			without++
		} else if _, whole := a.Headline(id, country); !whole {
			partly++
		}
		for _, s := range all {
			t.Rows = append(t.Rows, []string{d.Name(country, "en"), country, says(s), year(s.Year()), basis(s.Basis), cited(stands(s))})
		}
	}
	slices.SortStableFunc(t.Rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	t.Remarks = []string{fmt.Sprintf("No data: %s. Known only of a part of the country or of its people: %d.", plural(without, "country", "countries"), partly)}
	return t
}

// stands gives the period in which the latest status was stated, or the newest if none was.
func stands(s status.Series) status.Conclusion {
	for _, c := range s.Periods {
		if c.Period == s.StatedPeriod {
			return c
		}
	}
	return s.Latest
}
