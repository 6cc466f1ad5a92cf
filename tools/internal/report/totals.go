package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
)

// Totals puts our counts beside the printed ones.
func Totals(lines []reconcile.Line) Table {
	t := Table{Title: "Printed totals and our counts", Columns: []Column{{"indicator", false}, {"period", true}, {"scope", false},
		{"printed", true}, {"ours", true}, {"difference", true}, {"verdict", false}, {"source", false}}}
	count := map[string]int{}
	for _, l := range lines {
		if l.Kept != "" {
			continue
		}
		word := verdictWord(l)
		count[word]++
		t.Rows = append(t.Rows, []string{l.Indicator, year(l.Period), l.Scope, Count(l.Countries), Count(l.Ours), difference(l.Diff), word, l.Source})
	}
	t.Remarks = []string{fmt.Sprintf("%s compared: %d equal, %d excused, %d UNLISTED.",
		plural(len(t.Rows), "total", "totals"), count["equal"], count["excused"], count["UNLISTED"])}
	return t
}

func verdictWord(l reconcile.Line) string {
	switch {
	case l.Unlisted():
		return "UNLISTED"
	case l.Differs():
		return "excused"
	}
	return "equal"
}

// Kept lists the totals that are kept without being compared: one table, or none.
func Kept(lines []reconcile.Line) []Table {
	t := Table{Title: "Kept, not compared", Columns: []Column{{"indicator", false}, {"period", true}, {"scope", false},
		{"printed", true}, {"because it", false}, {"source", false}}}
	for _, l := range lines {
		if l.Kept != "" {
			t.Rows = append(t.Rows, []string{l.Indicator, year(l.Period), l.Scope, Count(l.Countries), l.Kept, l.Source})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []Table{t}
}

// Differences names, for each number that differs, its reason and the countries that may make
// it; publications that print the same number of the same thing share a table.
func Differences(d *dataset.Dataset, lines []reconcile.Line) []Table {
	var tables []Table
	for i := 0; i < len(lines); {
		n := i + 1
		for n < len(lines) && sameNumber(lines[i], lines[n]) {
			n++
		}
		if lines[i].Differs() {
			tables = append(tables, oneDifference(d, lines[i:n]))
		}
		i = n
	}
	return tables
}

func sameNumber(a, b reconcile.Line) bool {
	return a.Indicator == b.Indicator && a.Period == b.Period && a.Scope == b.Scope && a.Countries == b.Countries
}

func oneDifference(d *dataset.Dataset, same []reconcile.Line) Table {
	l := same[0]
	t := Table{Title: fmt.Sprintf("%s %d, %s: %d printed, %d ours (%s)", l.Indicator, l.Period, l.Scope, l.Countries, l.Ours, difference(l.Diff)),
		Columns: []Column{{"countries that may make the difference", false}, {"number", true}, {"which", false}}}
	if l.Named {
		t.Columns[0].Title = "countries that make the difference"
	}
	t.Rows = candidates(d, l.Candidates)
	for _, one := range same {
		t.Remarks = append(t.Remarks, verdict(one)...)
	}
	t.Remarks = slices.Compact(t.Remarks)
	return t
}

// candidates gives a row for each combination of reasons, with the countries by name.
func candidates(d *dataset.Dataset, all []reconcile.Candidate) [][]string {
	names := map[string][]string{}
	for _, c := range all {
		why := side(c.Counted) + join(c.Why)
		names[why] = append(names[why], fmt.Sprintf("%s %d", d.Name(c.Country, "en"), c.Year))
	}
	var rows [][]string
	for _, why := range slices.Sorted(maps.Keys(names)) {
		slices.Sort(names[why])
		rows = append(rows, []string{why, Count(len(names[why])), strings.Join(names[why], ", ")})
	}
	return rows
}

// verdict gives the listed reason, or the line that would list it.
func verdict(l reconcile.Line) []string {
	if l.Explained != "" {
		return []string{"Excused: " + l.Explained}
	}
	return []string{"Not listed. Find the reason, and put it into data/exceptions.csv as:",
		fmt.Sprintf("%s,%s,%s,REASON", reconcile.Rule.Name, l.File(), l.Key())}
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
