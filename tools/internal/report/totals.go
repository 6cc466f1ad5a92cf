package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
)

// Totals puts our counts beside the printed ones.
func Totals(lines []reconcile.Line) Table {
	t := Table{Title: "Printed totals and our counts", Columns: []Column{{"indicator", false}, {"period", true}, {"scope", false},
		{"printed", true}, {"ours", true}, {"difference", true}, {"", false}, {"source", false}}}
	equal, excused, unlisted := 0, 0, 0
	for _, l := range lines {
		if l.Kept != "" {
			continue
		}
		verdict := ""
		switch {
		case l.Unlisted():
			unlisted++
			verdict = "UNLISTED"
		case l.Differs():
			excused++
			verdict = "excused"
		default:
			equal++
		}
		t.Rows = append(t.Rows, []string{l.Indicator, year(l.Period), l.Scope, Count(l.Countries), Count(l.Ours), difference(l.Diff), verdict, l.Source})
	}
	t.Remarks = []string{fmt.Sprintf("%s compared: %d equal, %d excused, %d unlisted.", plural(equal+excused+unlisted, "total", "totals"), equal, excused, unlisted)}
	return t
}

// Kept lists the totals that are kept without being compared.
func Kept(lines []reconcile.Line) Table {
	t := Table{Title: "Kept, not compared", Columns: []Column{{"indicator", false}, {"period", true}, {"scope", false},
		{"printed", true}, {"because it", false}, {"source", false}}}
	for _, l := range lines {
		if l.Kept != "" {
			t.Rows = append(t.Rows, []string{l.Indicator, year(l.Period), l.Scope, Count(l.Countries), l.Kept, l.Source})
		}
	}
	return t
}

// Differences names, for each total that differs, its reason and the countries that may make it.
func Differences(d *dataset.Dataset, lines []reconcile.Line) []Table {
	var tables []Table
	for _, l := range lines {
		if l.Differs() {
			tables = append(tables, oneDifference(d, l))
		}
	}
	return tables
}

func oneDifference(d *dataset.Dataset, l reconcile.Line) Table {
	t := Table{Title: fmt.Sprintf("%s %d, %s: %d printed, %d ours (%s)", l.Indicator, l.Period, l.Scope, l.Countries, l.Ours, difference(l.Diff)),
		Columns: []Column{{"countries that may make the difference", false}, {"number", true}, {"which", false}}}
	if l.Named {
		t.Columns[0].Title = "countries that make the difference"
	}
	names := map[string][]string{}
	var order []string
	for _, c := range l.Candidates {
		why := side(c.Counted) + join(c.Why)
		if names[why] == nil {
			order = append(order, why)
		}
		names[why] = append(names[why], fmt.Sprintf("%s %d", d.Name(c.Country, "en"), c.Year))
	}
	slices.Sort(order)
	for _, why := range order {
		t.Rows = append(t.Rows, []string{why, Count(len(names[why])), strings.Join(names[why], ", ")})
	}
	t.Remarks = []string{"Excused: " + l.Explained}
	if l.Explained == "" {
		t.Remarks = []string{"Not listed. Find the reason, and put it into data/exceptions.csv as:",
			fmt.Sprintf("%s,%s,%s,REASON", reconcile.Rule.Name, l.File(), l.Key())}
	}
	return t
}

func side(counted bool) string {
	if counted {
		return "we count: "
	}
	return "we do not: "
}

func join(reasons []reconcile.Why) string {
	words := make([]string, len(reasons))
	for i, r := range reasons {
		words[i] = string(r)
	}
	return strings.Join(words, ", ")
}

func difference(n int) string {
	if n == 0 {
		return "0"
	}
	return fmt.Sprintf("%+d", n)
}
