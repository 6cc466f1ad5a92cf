package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
)

// Trends gives a row for each indicator and scope of which totals of several years were printed:
// printed → ours year by year, and where the difference goes. One table, or none.
func Trends(lines []reconcile.Line) []Table {
	trends := reconcile.Trends(lines)
	if len(trends) == 0 {
		return nil
	}
	years := yearsOf(trends)
	t := Table{Title: "Printed → ours over the years", Columns: []Column{{"indicator", false}, {"scope", false}}}
	for _, y := range years {
		t.Columns = append(t.Columns, Column{year(y), true})
	}
	t.Columns = append(t.Columns, Column{"difference", true}, Column{"it", false})
	for _, one := range trends {
		t.Rows = append(t.Rows, trendRow(one, years))
	}
	t.Remarks = []string{"difference: of the oldest and of the newest year; of several printed numbers the one farthest from ours counts."}
	return []Table{t}
}

func yearsOf(trends []reconcile.Trend) []int {
	var years []int
	for _, t := range trends {
		for _, p := range t.Points {
			years = append(years, p.Period)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

func trendRow(t reconcile.Trend, years []int) []string {
	row := make([]string, 2+len(years), 4+len(years))
	row[0], row[1] = t.Indicator, t.Scope
	for _, p := range t.Points {
		printed := make([]string, len(p.Printed))
		for i, n := range p.Printed {
			printed[i] = strconv.Itoa(n)
		}
		row[2+slices.Index(years, p.Period)] = fmt.Sprintf("%s → %d", strings.Join(printed, "/"), p.Ours)
	}
	oldest, newest := t.Ends()
	return append(row, difference(oldest)+" → "+difference(newest), string(t.Direction()))
}
