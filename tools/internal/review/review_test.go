package review_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"weak"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

const nsp, sources, totals = "data/observations/nsp.csv", "data/sources.csv", "data/totals.csv"

// with loads the small data set of the command's tests with one text replaced by another.
func with(t *testing.T, edits ...[3]string) *dataset.Dataset {
	t.Helper()
	files, err := sitetest.Tiny(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		old := string(files[e[0]].Data)
		if !strings.Contains(old, e[1]) {
			t.Fatalf("%s does not hold %q", e[0], e[1])
		}
		files[e[0]].Data = []byte(strings.Replace(old, e[1], e[2], 1))
	}
	return dataset.Load(files)
}

func between(old, new *dataset.Dataset) review.Review {
	return review.Between(review.Of(old), review.Of(new))
}

func TestBetweenTellsNothingOfTheSame(t *testing.T) {
	if r := between(with(t), with(t)); !r.Nothing() {
		t.Errorf("got %+v", r)
	}
}

func TestCountsAndTotals(t *testing.T) {
	new := with(t, [3]string{nsp, "AUS,2024,yes", "AUS,2024,no"})
	r := between(with(t), new)
	if n := len(r.Changes); n != 1 {
		t.Fatalf("%d changes, want 1", n)
	}
	gained := map[string]int{}
	for _, c := range r.Counts {
		gained[c.Indicator+" "+c.What] = c.New - c.Old
	}
	if diff := cmp.Diff(map[string]int{"nsp yes": -1, "nsp no": 1}, gained); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	if len(r.Totals) == 0 || r.Totals[0].New != r.Totals[0].Old-1 || !r.Totals[0].Unlisted {
		t.Errorf("totals %+v", r.Totals)
	}
	if diff := cmp.Diff(review.Rows{Added: 1, Removed: 1}, r.Rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"nsp"}, r.Indicators(new)); diff != "" {
		t.Errorf("indicators (-want +got):\n%s", diff)
	}
}

// An observation that stands twice and then once was taken away once.
func TestRowsCountWhatStandsTwice(t *testing.T) {
	one := "AUS,2024,yes,,,,who-survey-2020,p. 2,stated,\n"
	twice, once := with(t, [3]string{nsp, "THA,2020,no", one + one + "THA,2020,no"}), with(t, [3]string{nsp, "THA,2020,no", one + "THA,2020,no"})
	if diff := cmp.Diff(review.Rows{Removed: 1}, between(twice, once).Rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}

func TestNewDisagreementIsToldApart(t *testing.T) {
	disputed := [3]string{nsp, "THA,2020,no", "AUS,2024,no,,,,who-survey-2020,p. 2,stated,\nTHA,2020,no"}
	r := between(with(t), with(t, disputed))
	if got := r.Contested(); len(got) != 1 || got[0].Country != "AUS" {
		t.Errorf("got %+v", got)
	}
	if back := between(with(t, disputed), with(t)); len(back.Contested()) != 0 || len(back.Changes) != 1 {
		t.Errorf("an end of a disagreement is told as one: %+v", back)
	}
}

func TestSourcesComeAndGo(t *testing.T) {
	added := with(t, [3]string{sources, "who-survey-2012,", "another,2,Another,,2012,,en,,2026-11,\nwho-survey-2012,"})
	if r := between(with(t), added); len(r.Added) != 1 || r.Added[0].ID != "another" || len(r.Removed) != 0 || r.Nothing() {
		t.Errorf("got %+v", r)
	}
	if r := between(added, with(t)); len(r.Removed) != 1 || len(r.Added) != 0 {
		t.Errorf("got %+v", r)
	}
}

// A total that nobody had counted against before is no change of our count.
func TestANewTotalIsNoChange(t *testing.T) {
	r := between(with(t), with(t, [3]string{totals, "\nnsp,", "\nnsp,2020,world,7,who-survey-2020,\nnsp,"}))
	if len(r.Totals) != 0 {
		t.Errorf("got %+v", r.Totals)
	}
}

// Of two big data sets only one fits into memory, so that nothing of a state may lead back to its
// tables; that of totals, of which reviews name rows, is small.
func TestAStateKeepsNoData(t *testing.T) {
	state, tables := reduced(t)
	runtime.GC()
	for name, table := range tables {
		if table.Value() != nil && name != totals {
			t.Errorf("%s is kept", name)
		}
	}
	if !review.Between(state, state).Nothing() {
		t.Error("a state differs from itself")
	}
}

func reduced(t *testing.T) (review.State, map[string]weak.Pointer[csvfile.Table]) {
	d, tables := with(t), map[string]weak.Pointer[csvfile.Table]{}
	for _, table := range d.Tables {
		tables[table.File] = weak.Make(table)
	}
	return review.Of(d), tables
}

// BenchmarkBetween reduces and compares the real data set with itself, less one row.
func BenchmarkBetween(b *testing.B) {
	root := os.DirFS(filepath.Join("..", "..", ".."))
	old, new := dataset.Load(root), dataset.Load(root)
	new.Observations = new.Observations[1:]
	for b.Loop() {
		if between(old, new).Nothing() {
			b.Fatal("no difference")
		}
	}
}
