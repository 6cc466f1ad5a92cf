package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/agenda"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Next lists the first gaps of the agenda, at most so many.
func Next(d *dataset.Dataset, a *status.Atlas, most int) Table {
	gaps := agenda.Of(d, a)
	t := Table{Title: "What to update next", Columns: []Column{{"", true}, {"indicator", false}, {"country", false}, {"key", false},
		{"now", false}, {"year", true}, {"why", false}}}
	for n, g := range gaps[:min(most, len(gaps))] {
		t.Rows = append(t.Rows, []string{strconv.Itoa(n + 1), g.Indicator, d.Name(g.Country, "en"), g.Country,
			result(g.Latest), year(g.Year), why(g, d.Edition)})
	}
	t.Remarks = []string{fmt.Sprintf("The first %d of %s. %s", len(t.Rows), plural(len(gaps), "gap", "gaps"), agenda.Rule)}
	return t
}

// why puts the reasons of a gap into words.
func why(g agenda.Gap, e dataset.Edition) string {
	var words []string
	for _, r := range g.Reasons {
		switch r {
		case agenda.StaleNext:
			words = append(words, fmt.Sprintf("stale in %d", e.Next()))
		case agenda.ManyPeople:
			words = append(words, Count(g.People)+" people inject drugs")
		default:
			words = append(words, string(r))
		}
	}
	return strings.Join(words, ", ")
}
