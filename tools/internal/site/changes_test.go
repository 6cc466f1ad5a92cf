package site_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// TestChanges: only answers that sources state or imply make a change.
func TestChanges(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"appeared", "XAA,2018,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,report,p. 1,stated,\n", "no 2018 → yes 2020"},
		{"ended", "XAA,2018,yes,,,,report,p. 1,implied,\nXAA,2020,no,,,,report,p. 1,stated,\n", "yes 2018 → no 2020"},
		{"counted from the last year that says so", "XAA,2016,no,,,,report,p. 1,stated,\nXAA,2018,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,report,p. 1,stated,\nXAA,2022,yes,,,,report,p. 1,stated,\n", "no 2018 → yes 2020"},
		{"the first answer is none", "XAA,2020,yes,,,,report,p. 1,stated,\n", ""},
		{"a derived answer makes none", "XAA,2018,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,report,p. 1,derived,\n", ""},
		{"nor hides one", "XAA,2018,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,report,p. 1,derived,\nXAA,2022,yes,,,,report,p. 1,stated,\n", "no 2018 → yes 2022"},
		{"unknown makes none", "XAA,2018,yes,,,,report,p. 1,stated,\nXAA,2020,unknown,,,,report,p. 1,stated,\n", ""},
		{"contested makes none", "XAA,2018,yes,,,,report,p. 1,stated,\nXAA,2020,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,summary,p. 1,stated,\n", ""},
		{"a part of the country makes none", "XAA,2018,no,,,subnational,report,p. 1,stated,\nXAA,2020,yes,,,subnational,report,p. 1,stated,\n", ""},
		{"newest first", "XAA,2016,no,,,,report,p. 1,stated,\nXAA,2018,yes,,,,report,p. 1,stated,\nXBB,2016,no,,,,report,p. 1,stated,\nXBB,2020,yes,,,,report,p. 1,stated,\n",
			"no 2016 → yes 2020; no 2016 → yes 2018"},
	}
	for _, test := range tests {
		d := referenceData(map[string]string{
			"data/observations/nsp.csv": "country,period,value,low,high,basis,source,locator,confidence,note\n" + test.rows})
		got := ""
		for i, c := range site.Build(d, status.Of(d), site.Maps{}).Changes {
			if i > 0 {
				got += "; "
			}
			got += fmt.Sprintf("%s %d → %s %d", c.From.State, c.From.Year, c.To.State, c.To.Year)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", test.name, diff)
		}
	}
}
