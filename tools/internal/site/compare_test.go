package site_test

import (
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// A country is compared with its neighbours by land that have a page, at most five; one without
// such neighbours with others of its region, those first about which most is reported.
func TestWithWhomToCompare(t *testing.T) {
	tests := []struct {
		name, country string
		borders       map[string][]string
		want          string
	}{
		{"a neighbour in another region", "xaa", map[string][]string{"XAA": {"XCC"}}, "xcc"},
		{"a neighbour without a page", "xaa", map[string][]string{"XAA": {"XCC", "XZZ"}}, "xcc"},
		{"only such a neighbour: the region", "xaa", map[string][]string{"XAA": {"XZZ"}}, "xbb"},
		{"no border: the region without the country", "xdd", nil, "xcc"},
		{"in the order of the alphabet: Côte before Zedland", "xbb", map[string][]string{"XBB": {"XAA", "XDD"}}, "xdd xaa"},
	}
	d := fixture(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			pages := site.Build(d, status.Of(d), site.Maps{Borders: test.borders})
			if got := strings.Join(pages.Countries[test.country].Beside["en"], " "); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// Of each region at most six are compared in advance: there are none that are reported on more.
func TestComparedInAdvance(t *testing.T) {
	_, pages := realPages(t)
	for id, region := range pages.Regions {
		members, chosen := region.Countries["en"], region.Compared["en"]
		if want := min(site.Compared, len(members)); len(chosen) != want {
			t.Errorf("%s: %d countries, want %d", id, len(chosen), want)
		}
		least := pages.Countries[chosen[0]].Observations
		taken := map[string]bool{}
		for _, c := range chosen {
			least, taken[c] = min(least, pages.Countries[c].Observations), true
		}
		for _, c := range members {
			if n := pages.Countries[c].Observations; n > least && !taken[c] {
				t.Errorf("%s: %s has %d statements, more than one that is compared", id, c, n)
			}
		}
	}
}
