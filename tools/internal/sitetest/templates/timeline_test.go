package templates_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// The history tells in words what the row of years draws: what was concluded about each year,
// newest first, and whether it is inferred.
func TestHistoryInMarksAndWords(t *testing.T) {
	profile := built(t, unchanged).page("country/ken/index.html")
	tests := []struct {
		name, indicator string
		marks, words    []string
	}{
		{"an inferred yes after a no", "dcr", []string{"d-yes", "m-no"}, []string{"Yes, inferred for 2022", "No, 2016"}},
		{"unknown after a yes", "policy-support", []string{"m-unknown", "m-yes"}, []string{"Unknown in 2024", "Yes, 2022"}},
		{"yes against no", "drug-checking", []string{"m-contested"}, []string{"Sources disagree, 2018"}},
		{"a single statement needs no list", "oat", []string{"m-yes"}, nil},
	}
	for _, test := range tests {
		entry := First(profile, Is("id", test.indicator))
		var marks []string
		for _, n := range All(First(entry, Is("id", "line-"+test.indicator)), Tag("use")) {
			id := strings.TrimPrefix(Attr(n, "href"), "#")
			if len(All(profile, Is("id", id))) != 1 {
				t.Errorf("%s: no mark %s is drawn on the page", test.name, id)
			}
			marks = append(marks, id)
		}
		if diff := cmp.Diff(test.marks, marks); diff != "" {
			t.Errorf("%s, marks (-want +got):\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.words, texts(First(entry, Class("history")), Tag("dt"))); diff != "" {
			t.Errorf("%s, words (-want +got):\n%s", test.name, diff)
		}
	}
}

// A range is a bar, a number a dot; neither stands in the rows of answers.
func TestNumbersAreDotsAndBars(t *testing.T) {
	profile := built(t, unchanged).page("country/ken/index.html")
	for indicator, want := range map[string][]string{"women-in-treatment": {"rect"}, "nsp-sites": {"circle"}} {
		var drawn []string
		for _, n := range All(First(profile, Is("id", "line-"+indicator)), Tag("rect", "circle", "use")) {
			drawn = append(drawn, n.Data)
		}
		if diff := cmp.Diff(want, drawn); diff != "" {
			t.Errorf("%s (-want +got):\n%s", indicator, diff)
		}
		if rows := All(Closest(First(profile, Is("id", "line-"+indicator)), Class("line")), Is("href", "#rows")); len(rows) > 0 {
			t.Errorf("%s has a row for yes", indicator)
		}
	}
}
