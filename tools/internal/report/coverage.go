package report

import (
	"fmt"
	"strconv"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// cells are: with data, yes, no, unknown, contested, a number, stale, inferred, newest, oldest.
func (t tally) cells(counts bool) []string {
	states := []string{"", "", "", "", Count(t.states[status.Value])}
	if !counts {
		for i, state := range []status.State{status.Yes, status.No, status.Unknown, status.Contested} {
			states[i] = strconv.Itoa(t.states[state])
		}
		states[4] = ""
	}
	cells := append([]string{strconv.Itoa(t.data())}, states...)
	return append(cells, strconv.Itoa(t.stale), strconv.Itoa(t.inferred), year(t.newest()), year(t.oldest()))
}

func tallyColumns(first string) []Column {
	columns := []Column{{Title: first}}
	for _, title := range []string{"with data", "yes", "no", "unknown", "contested", "number", "stale", "inferred", "newest", "oldest"} {
		columns = append(columns, Column{title, true})
	}
	return columns
}

// Coverage gives one row for each indicator: for how many countries there are data, what
// they say, and how old they are.
func Coverage(d *dataset.Dataset, a *status.Atlas) Table {
	countries := profiled(d, "")
	t := Table{Title: "What the atlas knows, by indicator", Columns: tallyColumns("indicator")}
	for _, i := range d.Indicators {
		t.Rows = append(t.Rows, append([]string{i.ID}, tallyOf(d, a, i, countries).cells(i.Counts())...))
	}
	t.Remarks = []string{
		fmt.Sprintf("%s countries with a profile; %s observations; ages at %s.", Count(len(countries)), Count(len(d.Observations)), d.Edition.Date),
		"newest, oldest: years that latest statuses are about. stale: older than the indicator allows. inferred: no source states it.",
	}
	return t
}

// profiled lists the countries with a profile in a region, or in all if it is empty.
func profiled(d *dataset.Dataset, region string) []string {
	var all []string
	for _, c := range d.Countries {
		if c.Profile && (region == "" || c.Region == region) {
			all = append(all, c.ISO3)
		}
	}
	return all
}
