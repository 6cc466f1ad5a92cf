package templates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// The factsheet has a row for each core question and for each other answer, with who was counted
// and the numbers of the footnotes that name the places.
func TestFactsheetOfAProfile(t *testing.T) {
	sheet := First(built(t, unchanged).page("country/ken/index.html"), Class("sheet"))
	if !HasAttr(sheet, "hidden") {
		t.Error("screens show the factsheet")
	}
	tests := []struct {
		name string
		row  int
		want []string
	}{
		{"a yes", 0, []string{"Needle and syringe programmes", "Yes, 2024", "1"}},
		{"an inferred yes rests on the no before it too", 2, []string{"Drug consumption rooms", "Yes, inferred for 2022; no in 2016", "3", ", 4"}},
		{"unknown, and the yes before", 3, []string{"Harm reduction in national policy", "Unknown in 2024; yes in 2022", "5", ", 6"}},
		{"a sample says who was counted", 5, []string{"Women among people in drug treatment In a study sample; not a figure for the country.", "40 %, 2021", "8"}},
		{"both sides of a disagreement", 6, []string{"Drug checking", "Sources disagree, 2018", "9", ", 10"}},
	}
	rows := All(First(sheet, Tag("tbody")), Tag("tr"))
	for _, test := range tests {
		if diff := cmp.Diff(test.want, texts(rows[test.row], Tag("th", "a", "sup"))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	if len(rows) != 10 {
		t.Errorf("%d rows; five core questions and five other answers are wanted", len(rows))
	}
	want := []string{"The \"great\" review & more, second edition (2024), Table 1, row Kenya", "Rapport annuel (2024), p. 7", "A visit to the centre (undated), Paragraph 3",
		"As 1: Table 2, row Kenya"}
	if diff := cmp.Diff(want, texts(sheet, Tag("li"))[:4]); diff != "" {
		t.Errorf("footnotes (-want +got):\n%s", diff)
	}
}

// A country without data has its questions on paper, and no footnotes.
func TestFactsheetWithoutData(t *testing.T) {
	sheet := First(built(t, unchanged).page("country/nru/index.html"), Class("sheet"))
	if n := len(All(First(sheet, Tag("tbody")), Tag("tr"))); n != 5 {
		t.Errorf("%d rows", n)
	}
	if n := len(All(sheet, Tag("ol", "sup"))); n != 0 {
		t.Errorf("%d footnotes", n)
	}
}

func texts(below *html.Node, m Match) []string {
	var list []string
	for _, n := range All(below, m) {
		list = append(list, Text(n))
	}
	return list
}
