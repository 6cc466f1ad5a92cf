package report

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/intake"
)

// Intake tells what a file gave: by indicator what is new and what was known, and what was
// left aside.
func Intake(t intake.Take) []Table {
	added := map[string]int{}
	for _, row := range t.Rows {
		added[strings.TrimSuffix(path.Base(row.File), ".csv")]++
	}
	counts := Table{Columns: []Column{{"indicator", false}, {"new", true}, {"known already", true}}}
	names := maps.Clone(added)
	maps.Copy(names, t.Known)
	for _, id := range slices.Sorted(maps.Keys(names)) {
		counts.Rows = append(counts.Rows, []string{id, Count(added[id]), Count(t.Known[id])})
	}
	left := Table{Columns: []Column{{"left aside", false}, {"why", false}, {"cells", true}}}
	for _, s := range t.Skipped {
		left.Rows = append(left.Rows, []string{s.What, s.Why, Count(s.Count)})
	}
	if len(left.Rows) == 0 {
		return []Table{counts}
	}
	return []Table{counts, left}
}
