package templates_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// What the field calls a number, in each case, with the places that say so.
func TestLevelsInWords(t *testing.T) {
	const cite = ", by the indicators of WHO, UNODC and UNAIDS. Journal of Reviews (2024), p. 3; Ministère <de la Santé> (2024), p. 6. " +
		"The goal of UNAIDS for 2030 was 300 per person and year. Ministère <de la Santé> (2024), p. 7."
	tests := []struct {
		levels []string
		want   string
	}{
		{[]string{"low"}, "Low: under 100 per person and year" + cite},
		{[]string{"medium"}, "Medium: 100–200 per person and year" + cite},
		{[]string{"high"}, "High: more than 200 per person and year" + cite},
		{[]string{"low", "medium"}, "The range reaches from low to medium: low is under 100 per person and year, high more than 200 per person and year" + cite},
		{[]string{"low", "medium", "high"}, "The range reaches from low to high: low is under 100 per person and year, high more than 200 per person and year" + cite},
	}
	var probes []map[string]any
	for _, test := range tests {
		probes = append(probes, map[string]any{"indicator": "needles-per-person", "levels": test.levels})
	}
	page := probe(t, probes, `{{ partial "profile/level.html" . }}`)
	for i, p := range All(page, Class("context")) {
		if got := Text(p); got != tests[i].want {
			t.Errorf("got  %q\nwant %q", got, tests[i].want)
		}
	}
	if n := len(All(page, Class("context"))); n != len(tests) {
		t.Errorf("%d of %d sentences", n, len(tests))
	}
}

// The five answers at a glance say how sure they are; the sizes beside them say their level.
func TestCoreAnswersSayHowSure(t *testing.T) {
	s := built(t, unchanged)
	rows := func(country string) (list []string) {
		for _, row := range All(First(s.page("country/"+country+"/index.html"), Class("core")), Tag("tr"))[1:] {
			var cells []string
			for _, cell := range All(row, Tag("td")) {
				cells = append(cells, strings.Join(strings.Fields(Text(cell)), " "))
			}
			list = append(list, strings.Join(cells, " | "))
		}
		return list
	}
	want := []string{
		"Yes, 2024 1 site (2023) 100 per person and year (2023): medium | Stated by authors who collected or checked it; 1 publication",
		"Yes, last reported 2008 12,345 people in OAT (2007) | Stated in an official report; 1 publication",
		"Yes, inferred for 2022; no in 2016 | Inferred from the news or an undated page; 1 publication",
		"Unknown in 2024; yes in 2022 | Stated in an official report; 1 publication",
		"12–18 %, 2020 | Stated in an official report; 1 publication",
	}
	if diff := cmp.Diff(want, rows("ken")); diff != "" {
		t.Errorf("Kenya (-want +got):\n%s", diff)
	}
	for _, row := range rows("nru") {
		if row != "No data | No source read so far" {
			t.Errorf("Nauru: %q", row)
		}
	}
}

// What is missing, old and inferred is counted and linked.
func TestGapsInWords(t *testing.T) {
	s := built(t, unchanged)
	for country, want := range map[string]string{
		"ken": "What is missing, and how old the rest is / Nothing is known here about 1 of 10 indicators: Peer naloxone. / " +
			"2 values are old; what is true today may differ: OAT (2008); People in OAT (2007). When a value counts as old. / " +
			"1 value is inferred, stated by no source: DCR (2022).",
		"nru": "What is missing, and how old the rest is / No source read so far speaks of any of the 10 indicators.",
	} {
		page := s.page("country/" + country + "/index.html")
		section := First(page, Is("aria-labelledby", "gaps"))
		var got []string
		for _, n := range All(section, func(n *html.Node) bool { return n.Data == "h2" || n.Data == "p" }) {
			got = append(got, Text(n))
		}
		if text := strings.Join(got, " / "); text != want {
			t.Errorf("%s:\n got %q\nwant %q", country, text, want)
		}
	}
}

// A source names its publisher and opens at its own address, without a detour.
func TestSourceOpens(t *testing.T) {
	entry := First(built(t, unchanged).page("country/ken/index.html"), Is("id", "oat"))
	publisher := First(entry, Class("publisher"))
	if got := Text(publisher); got != "Ministère <de la Santé>, ministry.example." {
		t.Errorf("publisher %q", got)
	}
	if got := Attr(First(publisher, Tag("a")), "href"); got != "https://ministry.example/returns?a=1&b=2" {
		t.Errorf("address %q", got)
	}
}

// How far apart the figures of a region lie, in each grammar case.
func TestSpreadsInWords(t *testing.T) {
	figure := func(n float64) site.Figure { return site.Figure{N: n} }
	middle := site.Figure{N: 21.5, Decimals: 1}
	tests := []struct {
		spread site.Spread
		want   string
	}{
		{site.Spread{Countries: 1, Low: figure(5), High: figure(5), From: 2020, To: 2020}, "Asia: no other country has a figure."},
		{site.Spread{Countries: 2, Low: figure(0), High: figure(30), From: 2020, To: 2020}, "Asia: 2 countries have a figure, 0–30 % (2020)."},
		{site.Spread{Countries: 12, Low: figure(5), High: figure(30), Median: &middle, From: 2004, To: 2023, Basis: "clients"},
			"Asia: 12 countries have a figure, 5–30 %, median 21.5 % (2004–2023). Only figures counted in the same way are set beside it."},
	}
	var probes []site.Spread
	for _, test := range tests {
		probes = append(probes, test.spread)
	}
	page := probe(t, probes, `<p class="probe">{{ partial "fn/spread.html" (dict "spread" . "region" "Asia" "unit" "percent") }}</p>`)
	for i, p := range All(page, Class("probe")) {
		if got := Text(p); got != tests[i].want {
			t.Errorf("got  %q\nwant %q", got, tests[i].want)
		}
	}
}
