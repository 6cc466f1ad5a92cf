package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
)

func inPrint(indicator string, year, countries, ours int) reconcile.Line {
	return reconcile.Line{Total: dataset.Total{Indicator: indicator, Scope: "world", Period: year, Countries: countries}, Ours: ours, Diff: ours - countries}
}

// Each year is a column, whoever was printed in it; a year that one of them lacks stays empty.
func TestTrends(t *testing.T) {
	got := report.Trends([]reconcile.Line{
		inPrint("nsp", 2018, 86, 88), inPrint("nsp", 2022, 92, 90), inPrint("nsp", 2022, 89, 90), inPrint("oat", 2020, 84, 88), inPrint("oat", 2022, 87, 90),
	})
	want := [][]string{
		{"nsp", "world", "86 → 88", "", "89/92 → 90", "+2 → -2", "stays"},
		{"oat", "world", "", "84 → 88", "87 → 90", "+4 → +3", "shrinks"},
	}
	if len(got) != 1 {
		t.Fatalf("%d tables, want 1", len(got))
	}
	if diff := cmp.Diff(want, got[0].Rows); diff != "" || got[0].Columns[3].Title != "2020" {
		t.Errorf("under %v (-want +got):\n%s", got[0].Columns, diff)
	}
	if none := report.Trends([]reconcile.Line{inPrint("nsp", 2018, 86, 88)}); len(none) > 0 {
		t.Errorf("a trend of one year: %v", none)
	}
}
