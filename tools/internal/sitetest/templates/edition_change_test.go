package templates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// between is the tiny site after two frozen editions of which one row differs from the next, and
// the newest differs from the current data in the given rows.
func between(t *testing.T, changes ...change.Change) rendered {
	return built(t, func(files map[string]string) {
		p := tinyPages(t)
		yes := change.Row{Key: change.Key{Indicator: "oat", Country: "KEN"}, Status: "yes", Period: 2008, StatedPeriod: 2008, Stale: true}
		p.Editions = []site.FrozenEdition{{Number: "2026.2", Date: "2026-11-20"}, {Number: "2026.1", Date: "2026-11-02"}}
		p.Between("2026.2", "", changes)
		p.Between("2026.1", "2026.2", change.Between(nil, []change.Row{yes}))
		records, err := p.Encode().Files()
		if err != nil {
			t.Fatal(err)
		}
		files["build/data/changes.json"] = string(records["changes.json"])
	})
}

// What differs since the newest edition is counted: nothing, one answer, several.
func TestDifferencesAreCounted(t *testing.T) {
	number := change.Row{Key: change.Key{Indicator: "women-in-treatment", Country: "KEN", Basis: "clients"}, Status: "value", Low: "10", High: "18", Period: 2020, StatedPeriod: 2020}
	unknown := change.Row{Key: change.Key{Indicator: "policy-support", Country: "KEN"}, Status: "unknown", Period: 2024, StatedPeriod: 2024}
	one := change.Change{Key: unknown.Key, New: &unknown}
	for want, changes := range map[string][]change.Change{
		"Since edition 2026.2: Nothing differs.":    nil,
		"Since edition 2026.2: One answer differs.": {one},
		"Since edition 2026.2: 2 answers differ.":   {one, {Key: number.Key, Old: &number, New: &number}},
	} {
		section := First(between(t, changes...).page("changes/index.html"), Tag("section"), Is("aria-labelledby", "atlas"))
		if got := Text(First(section, Tag("p"))); got != want+" Between editions" {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Both sides stand in words beside each other, the current one with the attributes that machines
// read; what an edition says nothing about is no data.
func TestDifferencesAreShown(t *testing.T) {
	was := change.Row{Key: change.Key{Indicator: "policy-support", Country: "KEN"}, Status: "yes", Period: 2022, StatedPeriod: 2022}
	now := was
	now.Status, now.Period, now.StatedPeriod = "unknown", 2024, 2024
	r := between(t, change.Change{Key: was.Key, Old: &was, New: &now})
	page := r.page("changes/editions/index.html")
	var got [][]string
	for _, row := range All(page, Tag("tr")) {
		var cells []string
		for _, cell := range All(row, Tag("td", "th")) {
			cells = append(cells, Text(cell))
		}
		got = append(got, cells)
	}
	head := []string{"Country", "Indicator", "Before", "Now"}
	want := [][]string{head, {"Kenya", "Policy", "Yes, 2022", "Unknown in 2024; yes in 2022"}, head, {"Kenya", "OAT", "No data", "Yes, last reported 2008"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if shown := All(page, Has("data-status")); len(shown) != 1 || Attr(shown[0], "data-status") != "unknown" {
		t.Errorf("%d current answers", len(shown))
	}
	f := r.feed("changes/editions/feed.xml")
	if len(f.Entries) != 2 || f.Entries[0].Title != "Kenya, Harm reduction in national policy – now: Unknown in 2024; yes in 2022; before: Yes, 2022" {
		t.Errorf("feed %+v", f.Entries)
	}
}

// Before the first edition there is nothing to compare with, and the page says so.
func TestNoEdition(t *testing.T) {
	page := built(t, unchanged).page("changes/editions/index.html")
	if paragraphs := All(First(page, Tag("article")), Tag("p")); Text(paragraphs[len(paragraphs)-2]) != "No edition is frozen yet. The current data are edition 2026.1 in the making." {
		t.Errorf("%q", Text(paragraphs[len(paragraphs)-2]))
	}
}
