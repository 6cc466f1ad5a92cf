package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
)

// ids stand for themselves where only the form of a comment matters.
var ids = report.Names{Country: same, Indicator: same, Order: []string{"oat", "nsp"}}

func same(id string) string { return id }

func comment(t *testing.T, r review.Review, d report.Drawn) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.Markdown(&out, r, ids, d); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// answers are changes of an indicator: so many to a yes from a no, or from a yes of another year.
func answers(indicator string, n int, before string) (all []change.Change) {
	for i := range n {
		old := change.Row{Status: before, Period: 2020, StatedPeriod: 2020}
		now := change.Row{Status: "yes", Period: 2024, StatedPeriod: 2024, Source: "hri-2024", Locator: "Table 1, row of a country with a name"}
		all = append(all, change.Change{Key: change.Key{Indicator: indicator, Country: fmt.Sprintf("C%02d", i)}, Old: &old, New: &now})
	}
	return all
}

// A host takes no comment over 65,536 characters; what changed has room before what stayed.
func TestACommentHasRoomForWhatChanged(t *testing.T) {
	r := review.Review{Changes: append(append(answers("nsp", 240, "yes"), answers("nsp", 80, "no")...), answers("oat", 240, "no")...)}
	text := comment(t, r, report.Drawn{})
	if len(text) > 60_000 {
		t.Errorf("%d bytes", len(text))
	}
	if n := strings.Count(text, "nsp: no (2020)"); n != 60 { // of 300
		t.Errorf("%d of the answers to nsp are listed", n)
	}
	oat, nsp := strings.Index(text, "<summary>oat: 240 changed</summary>"), strings.Index(text, "<summary>nsp: 80 changed; 240 the same, otherwise dated or supported</summary>")
	if oat < 0 || nsp < oat {
		t.Errorf("folds are missing, or not in the order of pages: %d, %d", oat, nsp)
	}
	if open, closed := strings.Count(text, "<details>"), strings.Count(text, "</details>"); open != 2 || closed != 2 {
		t.Errorf("%d folds, %d ends", open, closed)
	}
	if !strings.Contains(text, "- 260 lines that `atlas diff` lists") {
		t.Error("what is left out is not told")
	}
}

func TestWhatFitsOnAPhoneIsNotFolded(t *testing.T) {
	for n, folds := range map[int]int{1: 0, 12: 0, 13: 1} {
		if got := strings.Count(comment(t, review.Review{Changes: answers("nsp", n, "no")}, report.Drawn{}), "<details>"); got != folds {
			t.Errorf("%d statuses: %d folds, want %d", n, got, folds)
		}
	}
}

func TestPublicationsThatPrintTheSameShareALine(t *testing.T) {
	total := func(source string, printed int) review.Total {
		return review.Total{Total: dataset.Total{Indicator: "nsp", Period: 2024, Scope: "world", Countries: printed, Source: source}, Old: 92, New: 93}
	}
	text := comment(t, review.Review{Totals: []review.Total{total("a", 93), total("b", 93), total("c", 94)}}, report.Drawn{})
	for _, want := range []string{"- nsp 2024, world: 93 printed (a, b), ours 92 → 93: equal now\n", "- nsp 2024, world: 94 printed (c), ours 92 → 93: a listed exception says why\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func TestACommentTellsOfMapsOnlyIfAskedTo(t *testing.T) {
	for _, test := range []struct {
		name  string
		drawn report.Drawn
		want  string
	}{
		{"nobody asked", report.Drawn{}, ""},
		{"none differs", report.Drawn{Folder: "maps"}, "**Maps**\n\nNone: no status changed.\n"},
		{"two indicators", report.Drawn{Folder: "maps", Indicators: []string{"nsp", "oat"}}, "**Maps**\n\nBefore and after, in the folder maps: nsp, oat.\n"},
		{"data that break rules", report.Drawn{Folder: "maps", Unsound: "v1"}, "**Maps**\n\nNone: the data of v1 break rules, which check lists there; only data that keep every rule are drawn.\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := comment(t, review.Review{}, test.drawn)
			if test.want == "" && strings.Contains(text, "Maps") || !strings.Contains(text, test.want) {
				t.Errorf("got\n%s", text)
			}
		})
	}
}
