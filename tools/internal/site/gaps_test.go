package site_test

import (
	"slices"
	"testing"
)

// What a profile says about itself: nothing is missing or old that is not, and nothing is hidden.
func TestGaps(t *testing.T) {
	country := profiles(t, "nsp,XAA,2024,yes,,,,s1,stated", "oat,XAA,2008,no,,,,s1,stated", "dcr,XAA,2012,yes,,,,s1,derived",
		"policy-support,XAA,2024,yes,,,subnational,s1,stated", "nsp-sites,XAA,2017,3,,,,s1,stated").Countries["xaa"]
	for _, test := range []struct {
		what      string
		got, want []string
	}{
		{"missing", country.Missing, []string{"women-in-treatment", "drug-checking", "needles-per-person"}},
		{"old", country.Old, []string{"oat", "dcr", "nsp-sites"}},
		{"inferred", country.Inferred, []string{"dcr"}},
	} {
		if !slices.Equal(test.got, test.want) {
			t.Errorf("%s: %v, want %v", test.what, test.got, test.want)
		}
	}
}
