package report

import (
	"fmt"
	"strconv"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Regions gives one row for each region: in how many of its countries the core questions are
// answered, and how much is known of all indicators.
func Regions(d *dataset.Dataset, a *status.Atlas) Table {
	t := Table{Title: "What the atlas knows, by region", Columns: []Column{{"region", false}, {"countries", true}}}
	for _, i := range d.Core() {
		t.Columns = append(t.Columns, Column{i.ID, true})
	}
	for _, title := range []string{"all", "stale", "contested", "inferred", "median year"} {
		t.Columns = append(t.Columns, Column{title, true})
	}
	for _, r := range d.Regions {
		t.Rows = append(t.Rows, regionRow(d, a, r.Name, profiled(d, r.ID)))
	}
	t.Rows = append(t.Rows, regionRow(d, a, "World", profiled(d, "")))
	t.Remarks = []string{"Core indicators: countries with data. all: share of countries and indicators with data; after it, shares of these."}
	return t
}

func regionRow(d *dataset.Dataset, a *status.Atlas, name string, countries []string) []string {
	row := []string{name, strconv.Itoa(len(countries))}
	for _, i := range d.Core() {
		row = append(row, strconv.Itoa(tallyOf(d, a, i, countries).data()))
	}
	t := tallyAll(d, a, countries)
	return append(row, share(t.data(), t.places), share(t.stale, t.data()), share(t.states[status.Contested], t.data()),
		share(t.inferred, t.data()), year(t.median()))
}

// Ages gives one row for each indicator: how much is fresh, stale soon and stale, and which
// shares are contested and inferred.
func Ages(d *dataset.Dataset, a *status.Atlas) Table {
	t := Table{Title: "How old it is, and how sure", Columns: []Column{{"indicator", false}, {"stale after", true}, {"fresh", true},
		{fmt.Sprintf("stale in %d", d.Edition.Next()), true}, {"stale", true}, {"median year", true}, {"contested", true}, {"inferred", true}}}
	row := func(name, after string, t tally) []string {
		return []string{name, after, Count(t.fresh()), Count(t.soon), Count(t.stale), year(t.median()),
			share(t.states[status.Contested], t.data()), share(t.inferred, t.data())}
	}
	countries := profiled(d, "")
	for _, i := range d.Indicators {
		t.Rows = append(t.Rows, row(i.ID, strconv.Itoa(i.StaleAfter), tallyOf(d, a, i, countries)))
	}
	t.Rows = append(t.Rows, row("all", "", tallyAll(d, a, countries)))
	t.Remarks = []string{"Latest statuses of countries; stale after so many years; shares of those with data."}
	return t
}

// share writes a part of a whole in percent; nothing where there is no whole. What is not
// nothing never reads as nothing, nor what is not all as all.
func share(part, whole int) string {
	switch {
	case whole == 0:
		return ""
	case part > 0 && 200*part < whole:
		return "<1 %"
	case part < whole && 200*part >= 199*whole:
		return ">99 %"
	}
	return fmt.Sprintf("%d %%", (200*part+whole)/(2*whole))
}
