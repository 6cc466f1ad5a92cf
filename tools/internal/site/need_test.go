package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Where the fewest services are available comes first, then the alphabet; an old yes is none, an
// inferred one counts, and a country of which nothing is known stands apart: silence is no "no".
func TestCountriesInTheOrderOfNeed(t *testing.T) {
	const head = "country,period,value,low,high,basis,source,locator,confidence,note\n"
	tests := []struct {
		name, nsp, oat string
		want           []string // in need, then silent
		silent         []string
	}{
		{"a no before a yes", "XAA,2024,yes,,,,report,p. 1,stated,\nXBB,2024,no,,,,report,p. 1,stated,\n", "",
			[]string{"xbb", "xaa"}, nil},
		{"one service before two", "XAA,2024,yes,,,,report,p. 1,stated,\nXBB,2024,yes,,,,report,p. 1,stated,\n", "XBB,2024,yes,,,,report,p. 1,stated,\n",
			[]string{"xaa", "xbb"}, nil},
		{"an old yes is none", "XAA,2008,yes,,,,report,p. 1,stated,\nXBB,2024,yes,,,,report,p. 1,stated,\n", "",
			[]string{"xaa", "xbb"}, nil},
		{"an inferred yes counts", "XAA,2024,yes,,,,report,p. 1,derived,\nXBB,2024,no,,,,report,p. 1,stated,\n", "",
			[]string{"xbb", "xaa"}, nil},
		{"equal ones by the alphabet", "XBB,2024,no,,,,report,p. 1,stated,\nXAA,2024,no,,,,report,p. 1,stated,\n", "",
			[]string{"xaa", "xbb"}, nil},
		{"no data is no answer", "XAA,2024,yes,,,,report,p. 1,stated,\n", "",
			[]string{"xaa"}, []string{"xbb"}},
		{"nor is unknown", "XAA,2024,unknown,,,,report,p. 1,stated,\nXBB,2024,no,,,,report,p. 1,stated,\n", "",
			[]string{"xbb"}, []string{"xaa"}},
		{"nor a part of the country", "XAA,2024,no,,,subnational,report,p. 1,stated,\nXBB,2024,no,,,,report,p. 1,stated,\n", "",
			[]string{"xbb"}, []string{"xaa"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := referenceData(map[string]string{"data/observations/nsp.csv": head + test.nsp, "data/observations/oat.csv": head + test.oat})
			north := site.Build(d, status.Of(d), site.Maps{}).Regions["north"]
			if diff := cmp.Diff([][]string{test.want, test.silent}, [][]string{north.Need["en"], north.Silent["en"]}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Every country of a region stands in exactly one of the two lists.
func TestNobodyIsLostByNeed(t *testing.T) {
	_, pages := realPages(t)
	for id, region := range pages.Regions {
		for lang, members := range region.Countries {
			seen := map[string]int{}
			for _, list := range [][]string{region.Need[lang], region.Silent[lang]} {
				for _, country := range list {
					seen[country]++
				}
			}
			for _, country := range members {
				if seen[country] != 1 {
					t.Errorf("%s, %s: %s is there %d times", id, lang, country, seen[country])
				}
			}
		}
	}
}
