package site_test

import (
	"bytes"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// near gives the records of three countries of a region. Kenya and Uganda are shown beside each other.
func near(answerOfKenya int, counts site.Counts) site.Pages {
	profile := func(id string, year int, beside ...string) site.Country {
		return site.Country{ID: id, Region: "africa", Entries: []site.Entry{{Indicator: "nsp", Country: id, State: "yes", Year: year}},
			Beside: map[string][]string{"en": beside}}
	}
	return site.Pages{
		Atlas:      site.Atlas{Indicators: []string{"nsp"}, Core: []string{"nsp"}, Regions: []string{"africa"}},
		Indicators: map[string]site.Indicator{"nsp": {ID: "nsp", Regions: []site.RegionCounts{{Region: "africa", Counts: counts}}}},
		Regions: map[string]site.Region{"africa": {ID: "africa", Countries: map[string][]string{"en": {"ken", "mus", "uga"}},
			Compared: map[string][]string{"en": {"ken", "mus"}}}},
		Countries: map[string]site.Country{"ken": profile("ken", answerOfKenya, "uga"), "mus": profile("mus", 2024), "uga": profile("uga", 2024, "ken")},
	}
}

// A profile reads the counts of its region, and of others the answers of those beside it alone.
func TestWhatProfilesRead(t *testing.T) {
	before := near(2020, site.Counts{Yes: 3})
	for _, c := range []struct {
		name  string
		after site.Pages
		want  []string
	}{
		{"the year of an answer", near(2024, site.Counts{Yes: 3}), []string{"compare/africa", "country/ken", "country/uga", "region/africa"}},
		{"a count of the region", near(2020, site.Counts{Yes: 2}), []string{"country/ken", "country/mus", "country/uga", "embed/nsp", "indicator/nsp", "region/africa"}},
	} {
		if diff := cmp.Diff(c.want, differ(t, before, c.after)); diff != "" {
			t.Errorf("%s: pages that read it, -want +got:\n%s", c.name, diff)
		}
	}
}

// differ lists the pages that read something else than before.
func differ(t *testing.T, before, after site.Pages) []string {
	t.Helper()
	old, errOld := before.Encode().Reads()
	now, errNow := after.Encode().Reads()
	if errOld != nil || errNow != nil {
		t.Fatal(errOld, errNow)
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(now.Own)), func(page string) bool {
		return slices.EqualFunc(old.Own[page], now.Own[page], bytes.Equal)
	})
}
