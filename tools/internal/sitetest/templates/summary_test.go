package templates_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// item is an indicator in a sentence, with what stands in brackets behind it.
func item(indicator, when string, years ...int) site.Item {
	i := site.Item{Indicator: indicator, When: when}
	if len(years) > 0 {
		i.Year = years[0]
	}
	if len(years) > 1 {
		i.Other = years[1]
	}
	return i
}

func share(i site.Item, n site.Number) site.Item {
	i.Number = &n
	return i
}

// Every sentence that a profile can open with, in each of its grammar cases: none, one, two, many;
// present, old, inferred, contested, unknown, and what was known before.
func TestSummaryInEveryCase(t *testing.T) {
	nsp, oat, dcr := item("nsp", "year", 2024), item("oat", "year", 2022), item("dcr", "year", 2020)
	figure := func(n float64, d int) *site.Figure { return &site.Figure{N: n, Decimals: d} }
	tests := []struct {
		claim site.Claim
		want  string
	}{
		{site.Claim{Says: "nothing"}, "No source read so far says anything about harm reduction there. That tells nothing about what exists."},
		{site.Claim{Says: "silent_all"}, "No source read so far answers any of the core questions. That tells nothing about what exists there."},
		{site.Claim{Says: "services_yes", Items: []site.Item{nsp}}, "Sources report needle and syringe programmes (2024) as available."},
		{site.Claim{Says: "services_yes", Items: []site.Item{nsp, oat}}, "Sources report needle and syringe programmes (2024) and opioid agonist therapy (2022) as available."},
		{site.Claim{Says: "services_yes", Items: []site.Item{nsp, oat, dcr}}, "Sources report needle and syringe programmes (2024), opioid agonist therapy (2022) and drug consumption rooms (2020) as available."},
		{site.Claim{Says: "services_no", Items: []site.Item{item("oat", "last", 2008)}}, "Sources report opioid agonist therapy (last reported 2008) as not available."},
		{site.Claim{Says: "services_both", Items: []site.Item{item("nsp", "year", 2019)}, Also: []site.Item{oat, item("dcr", "kept", 2012, 2024)}},
			"Sources report needle and syringe programmes (2019) as available, and opioid agonist therapy (2022) and drug consumption rooms (last reported 2012; no change reported by 2024) as not available."},
		{site.Claim{Says: "services_contested", Items: []site.Item{nsp, oat}}, "Sources disagree on needle and syringe programmes (2024) and opioid agonist therapy (2022)."},
		{site.Claim{Says: "services_unknown", Items: []site.Item{item("dcr", "before_yes", 2024, 2022)}}, "Sources report drug consumption rooms (2024; yes in 2022) as unknown."},
		{site.Claim{Says: "services_inferred_yes", Items: []site.Item{item("dcr", "before_no", 2022, 2016)}}, "No source states it, but drug consumption rooms (2022; no in 2016) can be inferred to be available."},
		{site.Claim{Says: "services_inferred_no", Items: []site.Item{item("dcr", "last_inferred", 2012)}}, "No source states it, but drug consumption rooms (last inferred for 2012) can be inferred not to be available."},
		{site.Claim{Says: "services_inferred_unknown", Items: []site.Item{oat}}, "No source states it plainly, but opioid agonist therapy (2022) can be inferred to be unknown."},
		{site.Claim{Says: "policy_yes", Items: []site.Item{item("policy-support", "year", 2022)}}, "Sources report that national policy supports harm reduction (2022)."},
		{site.Claim{Says: "policy_no", Items: []site.Item{item("policy-support", "last", 2012)}}, "Sources report that national policy does not support harm reduction (last reported 2012)."},
		{site.Claim{Says: "policy_contested", Items: []site.Item{item("policy-support", "year", 2022)}}, "Sources disagree on whether national policy supports harm reduction (2022)."},
		{site.Claim{Says: "policy_unknown", Items: []site.Item{item("policy-support", "before_yes", 2024, 2022)}}, "Sources report as unknown whether national policy supports harm reduction (2024; yes in 2022)."},
		{site.Claim{Says: "policy_inferred_yes", Items: []site.Item{item("policy-support", "year", 2022)}}, "No source states it, but it can be inferred that national policy supports harm reduction (2022)."},
		{site.Claim{Says: "policy_inferred_no", Items: []site.Item{item("policy-support", "year", 2022)}}, "No source states it, but it can be inferred that national policy does not support harm reduction (2022)."},
		{site.Claim{Says: "policy_inferred_unknown", Items: []site.Item{item("policy-support", "year", 2022)}}, "No source states it plainly, but it can be inferred that nobody knew whether national policy supports harm reduction (2022)."},
		{site.Claim{Says: "women_entrants", Items: []site.Item{share(item("women-in-treatment", "last", 2004), site.Number{Value: figure(12, 1)})}}, "Of the people who entered drug treatment, 12.0 % were women (last reported 2004)."},
		{site.Claim{Says: "women_clients-alcohol", Items: []site.Item{share(item("women-in-treatment", "inferred", 2020), site.Number{Low: figure(12, 0), High: figure(18, 0)})}}, "Of all people in treatment for drugs or alcohol, 12–18 % were women (inferred for 2020)."},
		{site.Claim{Says: "women_oat_clients", Items: []site.Item{share(item("women-in-treatment", "year", 2020), site.Number{High: figure(5, 0)})}}, "Of the people in opioid agonist therapy, up to 5 % were women (2020)."},
		{site.Claim{Says: "partial", Items: []site.Item{item("policy-support", "")}}, "What sources say about national policy on harm reduction is not about the whole country."},
		{site.Claim{Says: "silent", Items: []site.Item{item("dcr", "")}}, "No source read so far says anything about drug consumption rooms."},
		{site.Claim{Says: "silent", Items: []site.Item{item("dcr", ""), item("women-in-treatment", "")}}, "No source read so far says anything about drug consumption rooms or the share of women in drug treatment."},
		{site.Claim{Says: "silent", Items: []site.Item{item("oat", ""), item("dcr", ""), item("policy-support", "")}}, "No source read so far says anything about opioid agonist therapy, drug consumption rooms or national policy on harm reduction."},
	}
	var probes []site.Country
	var want []string
	for _, test := range tests {
		probes = append(probes, site.Country{ID: "ken", Summary: []site.Claim{test.claim}})
		want = append(want, "Kenya: "+test.want)
	}
	page := probe(t, probes, `<p class="probe">{{ partial "fn/profile-summary.html" . }}</p>`)
	var got []string
	for _, p := range All(page, Class("probe")) {
		got = append(got, Text(p))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Whoever finds the page by a search engine reads the same summary first.
func TestSummaryIsTheDescription(t *testing.T) {
	page := built(t, unchanged).page("country/ken/index.html")
	want := "Kenya: Sources report needle and syringe programmes (2024) and opioid agonist therapy (last reported 2008) as available. " +
		"No source states it, but drug consumption rooms (2022; no in 2016) can be inferred to be available. " +
		"Sources report as unknown whether national policy supports harm reduction (2024; yes in 2022). " +
		"Of all people in drug treatment, 12–18 % were women (2020)."
	if got := Text(First(page, Class("summary"))); got != want {
		t.Errorf("got %q", got)
	}
	if got := Attr(First(page, Tag("meta"), Is("name", "description")), "content"); got != want {
		t.Errorf("description %q", got)
	}
}

// What the region says stands beside each answer, and beside a core question without one.
func TestRegionStandsBeside(t *testing.T) {
	s := built(t, unchanged)
	for _, test := range []struct{ country, indicator, want string }{
		{"ken", "nsp", "Eastern and Southern Africa: yes in 1 of 1 country with data."},
		{"ken", "oat", "Eastern and Southern Africa: yes in 1 of 1 country with data. One yes was last reported before 2018."},
		{"ken", "women-in-treatment", "Eastern and Southern Africa: no other country has a figure. Only figures counted in the same way are set beside it. / " +
			"World: 20 % (2015). Journal of Reviews (2024), p. 2. Whom it counts in each country is not said, so it is no yardstick for a figure on one basis."},
		{"nru", "women-in-treatment", "Oceania: no data about any country. / World: 20 % (2015). Journal of Reviews (2024), p. 2."},
		{"civ", "nsp", "Western and Central Africa: yes in none; 1 country has data."},
		{"nru", "nsp", "Oceania: no data about any country."},
		{"nru", "drug-checking", ""},
	} {
		entry := First(s.page("country/"+test.country+"/index.html"), Is("id", test.indicator))
		var got []string
		for _, p := range All(entry, Class("context")) {
			got = append(got, Text(p))
		}
		if strings.Join(got, " / ") != test.want {
			t.Errorf("%s %s: %q, want %q", test.country, test.indicator, got, test.want)
		}
	}
}
