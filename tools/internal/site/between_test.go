package site_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// row is a row of latest.csv about NSP; a year below zero means that it is inferred.
func row(country, status string, year int) change.Row {
	r := change.Row{Key: change.Key{Indicator: "nsp", Country: country}, Status: status, Period: max(year, -year), StatedPeriod: max(year, 0)}
	return r
}

func TestBetween(t *testing.T) {
	p := changed("XAA,2018,no,,,,report,p. 1,stated,\nXAA,2020,unknown,,,,report,p. 1,stated,\nXBB,2020,yes,,,,report,p. 1,stated,\n")
	p.Editions = []site.FrozenEdition{{Number: "2027.1", Date: "2027-02-03"}, {Number: "2026.1", Date: "2026-11-22"}}
	now := []change.Row{row("XAA", "unknown", 2020), row("XBB", "yes", 2020)}
	frozen := []change.Row{row("XAA", "no", 2018), row("XCC", "yes", -2016)}
	p.Between("2027.1", "", change.Between(frozen, now))
	p.Between("2026.1", "2027.1", change.Between(nil, frozen))
	var got []string
	for _, d := range p.Changes.Editions {
		got = append(got, fmt.Sprintf("%s to %q of %s", d.From, d.To, d.Date))
		for _, one := range d.Differences {
			got = append(got, fmt.Sprintf("%s %s: %s, now %s", one.Kind, one.Country, words(one.Was), words(one.Now)))
		}
	}
	want := []string{
		`2027.1 to "" of 2026-11-22`,
		"status xaa: no 2018, now unknown 2020 after no 2018", "added xbb: nothing, now yes 2020", "removed xcc: yes 2016 inferred, now nothing",
		`2026.1 to "2027.1" of 2027-02-03`,
		"added xaa: nothing, now no 2018", "added xcc: nothing, now yes 2016 inferred",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// words gives the key under which templates keep the words of an answer, which says what they are made of.
func words(e *site.Entry) string {
	if e == nil {
		return "nothing"
	}
	return strings.TrimPrefix(e.Says, "says ")
}
