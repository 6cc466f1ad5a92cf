package templates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// answer is what a status tells people and machines, with the ground that the profile gives.
type answer struct {
	words, period, state, stale, fill string
	source, locator                   string
	scale                             string
}

// The five kinds of answer, and each way in which one is old, inferred, doubtful or a number,
// read from the profile with the words, the attributes, the colour, the source and the scale.
func TestAnswersOfAProfile(t *testing.T) {
	profile := built(t, unchanged).page("country/ken/index.html")
	tests := []struct {
		name, indicator string
		want            answer
	}{
		{"a yes with its scale", "nsp", answer{"Yes, 2024", "2024", "yes", "", "f-yes", "/sources/#review", "Table 1, row Kenya", "1 site (2023)"}},
		{"an old yes with an older scale", "oat", answer{"Yes, last reported 2008", "2008", "yes", "stale", "yes-stale", "/sources/#ministry", "p. 7", "12,345 people in OAT (2007)"}},
		{"an inferred yes after a no", "dcr", answer{"Yes, inferred for 2022; no in 2016", "2022", "yes", "", "f-yes", "/sources/#news", "Paragraph 3", ""}},
		{"unknown after a yes", "policy-support", answer{"Unknown in 2024; yes in 2022", "2024", "unknown", "", "unknown", "/sources/#ministry", "p. 9", ""}},
		{"yes against no", "drug-checking", answer{"Sources disagree, 2018", "2018", "contested", "", "contested", "/sources/#review", "Table 4, row Kenya", ""}},
		{"a range", "women-in-treatment", answer{"12–18 %, 2020", "2020", "value", "", "f-q3", "/sources/#ministry", "p. 11", ""}},
		{"one of a thing", "nsp-sites", answer{"1 site, 2023", "2023", "value", "", "f-q3", "/sources/#ministry", "p. 4", ""}},
		{"an old number", "oat-clients", answer{"12,345 people, last reported 2007", "2007", "value", "stale", "q3-stale", "/sources/#ministry", "p. 8", ""}},
		{"nothing", "peer-naloxone", answer{"No data", "", "no-data", "", "f-none", "", "", ""}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			entries := All(profile, Is("id", test.indicator))
			if len(entries) != 1 {
				t.Fatalf("%d elements with the anchor %s", len(entries), test.indicator)
			}
			shown := First(entries[0], Has("data-status"))
			if Attr(shown, "data-country") != "KEN" || Attr(shown, "data-indicator") != test.indicator {
				t.Errorf("it is about %s %s", Attr(shown, "data-country"), Attr(shown, "data-indicator"))
			}
			if diff := cmp.Diff(test.want, answerIn(entries[0]), cmp.AllowUnexported(answer{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// answerIn reads the first status of an entry and what stands beside it.
func answerIn(entry *html.Node) answer {
	shown := First(entry, Has("data-status"))
	a := answer{words: Text(shown), period: Attr(shown, "data-period"), state: Attr(shown, "data-status"), scale: Text(First(entry, Class("scale"))),
		locator: Text(First(entry, Class("locator")))}
	if HasAttr(shown, "data-stale") {
		a.stale = "stale"
	}
	area := First(shown, Class("area"))
	if a.fill = trim("area ", Attr(area, "class"), ""); HasAttr(area, "fill") {
		a.fill = trim("url(#", Attr(area, "fill"), ")")
	}
	if sources := All(entry, Class("source")); len(sources) > 0 {
		a.source = Attr(sources[0], "href")
	}
	return a
}

// Evidence that does not stand for the country is shown apart, with whom it counts.
func TestFigureOfASampleStandsApart(t *testing.T) {
	entry := First(built(t, unchanged).page("country/ken/index.html"), Is("id", "women-in-treatment"))
	others := All(entry, Class("other"))
	if len(others) != 1 {
		t.Fatalf("%d figures apart", len(others))
	}
	if got := Text(First(others[0], Has("data-status"))); got != "40 %, 2021" {
		t.Errorf("figure %q", got)
	}
	if got := Text(First(others[0], Class("basis"))); got != "In a study sample; not a figure for the country." {
		t.Errorf("basis %q", got)
	}
	if got := Attr(First(others[0], Class("source")), "href"); got != "/sources/#news" {
		t.Errorf("source %s", got)
	}
}

// What a source does not say is said plainly, and never as a no.
func TestCountryWithoutData(t *testing.T) {
	profile := built(t, unchanged).page("country/nru/index.html")
	want := "Nauru: No source read so far says anything about harm reduction there. That tells nothing about what exists."
	if got := Text(First(profile, Class("lede"))); got != want {
		t.Errorf("lede %q", got)
	}
	shown := All(profile, Has("data-status"), Is("data-country", "NRU"))
	for _, n := range shown {
		if Attr(n, "data-status") != "no-data" || Text(n) != "No data" || HasAttr(n, "data-period") {
			t.Errorf("%s: %s, %q", Attr(n, "data-indicator"), Attr(n, "data-status"), Text(n))
		}
	}
	if len(shown) < 9 {
		t.Errorf("only %d statuses on the profile", len(shown))
	}
}

// A map names each area in words; the table beside it says the same.
func TestMapAndTableSayTheSame(t *testing.T) {
	page := built(t, unchanged).page("indicator/oat/index.html")
	var named []string
	for _, n := range All(page, Has("data-status"), Tag("a")) {
		if Closest(n, Class("map")) != nil && Attr(n, "data-country") != "CIV" {
			named = append(named, Text(First(n, Tag("title")))+" → "+Attr(n, "href"))
		}
	}
	want := []string{"Kenya: Yes, last reported 2008, 1 publication → /country/ken/", "Nauru: No data → /country/nru/"}
	if diff := cmp.Diff(want, named); diff != "" {
		t.Errorf("map (-want +got):\n%s", diff)
	}
	row := First(page, Is("id", "ken"))
	if got := Text(First(row, Has("data-status"))); got != "Yes, last reported 2008" {
		t.Errorf("table: %q", got)
	}
	silent := All(page, Class("silent"))
	if len(silent) != 2 || Text(First(silent[0], Tag("th"))) != "No data" || Text(First(silent[0], Has("data-status"))) != "Nauru" {
		t.Errorf("%d rows of countries without data", len(silent))
	}
}
