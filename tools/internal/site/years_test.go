package site_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// TestYears: a year holds what is concluded about it alone, on the headline basis.
func TestYears(t *testing.T) {
	d := referenceData(map[string]string{"data/observations/nsp.csv": "country,period,value,low,high,basis,source,locator,confidence,note\n" +
		"XAA,2018,no,,,,report,p. 1,stated,\n" +
		"XAA,2020,yes,,,,report,p. 2,stated,\n" +
		"XAA,2024,yes,,,,report,p. 2,derived,carried forward\n" +
		"XBB,2020,unknown,,,,report,p. 3,stated,\n"})
	years := site.Build(d, status.Of(d), site.Maps{}).Years["nsp"]
	data, err := years.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var got any
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"periods": []any{2018.0, 2020.0, 2024.0},
		"status": map[string]any{
			"xaa": map[string]any{"2018": []any{"no", "report"}, "2020": []any{"yes", "report"}, "2024": []any{"yes", "report", "", "inferred"}},
			"xbb": map[string]any{"2020": []any{"unknown", "report"}},
		},
		"sources": map[string]any{"report": "Report"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestYearsKeepTheClassesOfTheLatestMap: numbers stand as their source prints them, in the
// classes of the latest map; a range that the breaks cut has none.
func TestYearsKeepTheClassesOfTheLatestMap(t *testing.T) {
	pages := sitePages([]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "2-9"})
	page, years := pages.Indicators["nsp-sites"], pages.Years["nsp-sites"]
	for country, want := range map[string]site.Report{
		"x00": {Fill: page.Entries["x00"].Fill, Source: "report", Number: "1"},
		"x09": {Fill: page.Entries["x09"].Fill, Source: "report", Number: "10"},
		"x10": {Fill: "range", Source: "report", Number: "2–9"},
	} {
		if diff := cmp.Diff(want, years.Status[country][2024]); diff != "" {
			t.Errorf("%s: -want +got:\n%s", country, diff)
		}
	}
	if page.Entries["x00"].Fill == page.Entries["x09"].Fill {
		t.Error("one class holds all; what is tested here?")
	}
}
