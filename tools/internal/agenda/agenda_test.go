package agenda_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/agenda"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// indicators are six: the first five are the core questions, and "sites" is another.
var indicators = []string{"nsp", "oat", "dcr", "policy", "people-who-inject", "sites"}

// load makes a data set of the edition 2026 in which values are stale after 8 years. Rows are
// "indicator country period value confidence"; statements of "rival" come from a second source.
func load(rows ...string) *dataset.Dataset {
	files := map[string]string{
		"data/edition.toml":   "date = \"2026-11-22\"\n",
		"data/countries.csv":  "iso3,profile\nAAA,yes\nBBB,yes\nZZZ,no\n",
		"data/sources.csv":    "id,tier,year\none,1,2025\nrival,1,2025\n",
		"data/indicators.csv": "id,kind,unit,group,order,palette,stale_after_years\n",
	}
	for n, id := range indicators {
		kind := "availability"
		if n > 3 {
			kind = "count"
		}
		files["data/indicators.csv"] += fmt.Sprintf("%s,%s,,services,%d,,8\n", id, kind, n+1)
		files["data/observations/"+id+".csv"] = "country,period,value,low,high,basis,source,locator,confidence,note\n"
	}
	for _, row := range rows {
		f := strings.Fields(row)
		source, confidence := "one", f[4]
		if confidence == "rival" {
			source, confidence = "rival", "stated"
		}
		files["data/observations/"+f[0]+".csv"] += fmt.Sprintf("%s,%s,%s,,,,%s,p. 1,%s,\n", f[1], f[2], f[3], source, confidence)
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return dataset.Load(fsys)
}

func gaps(rows ...string) []agenda.Gap {
	d := load(rows...)
	return agenda.Of(d, status.Of(d))
}

func TestReasons(t *testing.T) {
	for _, test := range []struct {
		name string
		rows []string
		want []agenda.Reason // of nsp in AAA; none if it is no gap
	}{
		{"a new yes is no gap", []string{"nsp AAA 2024 yes stated"}, nil},
		{"nor is no data alone", nil, nil},
		{"an old yes is stale", []string{"nsp AAA 2017 yes stated"}, []agenda.Reason{agenda.Stale}},
		{"the year before, it will be", []string{"nsp AAA 2018 yes stated"}, []agenda.Reason{agenda.StaleNext}},
		{"two years before, it is new", []string{"nsp AAA 2019 yes stated"}, nil},
		{"sources disagree", []string{"nsp AAA 2024 yes stated", "nsp AAA 2024 no rival"}, []agenda.Reason{agenda.Contested}},
		{"no source states it", []string{"nsp AAA 2024 yes derived"}, []agenda.Reason{agenda.Inferred}},
		{"the source does not know", []string{"nsp AAA 2024 unknown stated"}, []agenda.Reason{agenda.Unknown}},
		{"reasons add up", []string{"nsp AAA 2008 yes derived", "people-who-inject AAA 2024 50000 stated"},
			[]agenda.Reason{agenda.Stale, agenda.Inferred, agenda.ManyPeople}},
		{"few people are no reason", []string{"nsp AAA 2017 yes stated", "people-who-inject AAA 2024 49999 stated"}, []agenda.Reason{agenda.Stale}},
		{"no data where many people inject", []string{"people-who-inject AAA 2024 50000 stated"}, []agenda.Reason{agenda.Missing, agenda.ManyPeople}},
		{"no data where all else of the core is known",
			[]string{"oat AAA 2024 no stated", "dcr AAA 2024 no stated", "policy AAA 2024 no stated", "people-who-inject AAA 2024 3 stated"},
			[]agenda.Reason{agenda.Missing, agenda.LastCore}},
		{"but not where one more is open",
			[]string{"oat AAA 2024 no stated", "dcr AAA 2024 unknown stated", "policy AAA 2024 no stated", "people-who-inject AAA 2024 3 stated"}, nil},
		{"nor of a place without a profile", []string{"nsp ZZZ 2008 yes stated"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []agenda.Reason
			for _, g := range gaps(test.rows...) {
				if g.Indicator == "nsp" {
					got = append(got, g.Reasons...)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Each case adds a gap that comes before the one of the case above it.
func TestRank(t *testing.T) {
	rows := []string{
		"sites AAA 2008 7 derived", // not core, for all its reasons
		"oat AAA 2017 yes stated",  // core, one reason
		"oat BBB 2016 yes stated",  // older
		"nsp AAA 2018 yes stated",  // earlier on pages
		"dcr AAA 2016 no derived",  // two reasons
		"dcr BBB 2015 no derived",  // older
		"nsp BBB 2017 yes derived", // earlier on pages
	}
	want := []string{"nsp BBB 2017", "dcr BBB 2015", "dcr AAA 2016", "nsp AAA 2018", "oat BBB 2016", "oat AAA 2017", "sites AAA 2008"}
	if diff := cmp.Diff(want, names(gaps(rows...))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOfEqualGapsMorePeopleComeFirst(t *testing.T) {
	got := gaps("nsp AAA 2017 yes stated", "nsp BBB 2017 yes stated", "people-who-inject BBB 2024 5 stated")
	if diff := cmp.Diff([]string{"nsp BBB 2017", "nsp AAA 2017"}, names(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got[0].People != 5 {
		t.Errorf("%d people, want 5", got[0].People)
	}
}

func names(gaps []agenda.Gap) []string {
	var all []string
	for _, g := range gaps {
		all = append(all, fmt.Sprint(g.Indicator, " ", g.Country, " ", g.Year))
	}
	return all
}

// Whatever is listed has a reason, and what has a reason in the real data is listed once.
func TestGapsAreListedOnce(t *testing.T) {
	d := load("nsp AAA 2008 yes stated", "oat AAA 2008 no stated", "nsp BBB 2024 unknown stated")
	all := agenda.Of(d, status.Of(d))
	seen := names(all)
	slices.Sort(seen)
	if len(slices.Compact(seen)) != len(all) || slices.ContainsFunc(all, func(g agenda.Gap) bool { return len(g.Reasons) == 0 }) {
		t.Errorf("a gap twice, or without a reason: %v", all)
	}
}
