package site_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// changed builds the pages over rows of observations on NSP.
func changed(rows string) site.Pages {
	d := referenceData(map[string]string{
		"data/observations/nsp.csv": "country,period,value,low,high,basis,source,locator,confidence,note\n" + rows})
	return site.Build(d, status.Of(d), site.Maps{})
}

// told writes changes in one line: what is known first, then what changed.
func told(c site.Changes) string {
	var list []string
	for _, y := range append(c.Firsts, c.Years...) {
		for _, one := range y.Changes {
			words := fmt.Sprintf("%s %s %d", one.Kind, one.To.State, one.To.Year)
			if one.From != nil {
				words += fmt.Sprintf(" after %s %d", one.From.State, one.From.Year)
			}
			list = append(list, words)
		}
	}
	return strings.Join(list, "; ")
}

// TestChanges: only answers that sources state or imply make a change.
func TestChanges(t *testing.T) {
	tests := []struct{ name, rows, want string }{
		{"nothing", "", ""},
		{"gained", "XAA,2018,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,report,p. 1,stated,\n", "known no 2018; gained yes 2020 after no 2018"},
		{"lost", "XAA,2018,yes,,,,report,p. 1,implied,\nXAA,2020,no,,,,report,p. 1,stated,\n", "known yes 2018; lost no 2020 after yes 2018"},
		{"counted from the last year that says so", "XAA,2016,no,,,,report,p. 1,stated,\nXAA,2018,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,report,p. 1,stated,\nXAA,2022,yes,,,,report,p. 1,stated,\n", "known no 2016; gained yes 2020 after no 2018"},
		{"the first answer is newly known", "XAA,2020,yes,,,,report,p. 1,stated,\n", "known yes 2020"},
		{"a derived answer makes none", "XAA,2018,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,report,p. 1,derived,\n", "known no 2018"},
		{"nor hides one", "XAA,2018,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,report,p. 1,derived,\nXAA,2022,yes,,,,report,p. 1,stated,\n", "known no 2018; gained yes 2022 after no 2018"},
		{"after an inferred answer nothing is newly known", "XAA,2018,yes,,,,report,p. 1,derived,\nXAA,2020,yes,,,,report,p. 1,stated,\n", ""},
		{"and no inferred answer can be lost", "XAA,2018,yes,,,,report,p. 1,derived,\nXAA,2020,no,,,,report,p. 1,stated,\n", ""},
		{"unknown makes none", "XAA,2018,yes,,,,report,p. 1,stated,\nXAA,2020,unknown,,,,report,p. 1,stated,\n", "known yes 2018"},
		{"an answer after unknown is newly known", "XAA,2018,unknown,,,,report,p. 1,stated,\nXAA,2020,yes,,,,report,p. 1,stated,\n", "known yes 2020"},
		{"contested makes none", "XAA,2018,yes,,,,report,p. 1,stated,\nXAA,2020,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,summary,p. 1,stated,\n", "known yes 2018"},
		{"after a contested answer nothing is newly known", "XAA,2018,no,,,,report,p. 1,stated,\nXAA,2018,yes,,,,summary,p. 1,stated,\nXAA,2020,no,,,,report,p. 1,stated,\n", ""},
		{"a part of the country makes none", "XAA,2018,no,,,subnational,report,p. 1,stated,\nXAA,2020,yes,,,subnational,report,p. 1,stated,\n", ""},
		{"newest first", "XAA,2016,no,,,,report,p. 1,stated,\nXAA,2018,yes,,,,report,p. 1,stated,\nXAA,2020,no,,,,report,p. 1,stated,\n",
			"known no 2016; lost no 2020 after yes 2018; gained yes 2018 after no 2016"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, told(changed(test.rows).Changes.Indicators["nsp"])); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// The same change stands on the page of the world, of its indicator, its region and its country;
// gains and losses of a year stand together.
func TestChangesOfEachPage(t *testing.T) {
	p := changed("XAA,2018,no,,,,report,p. 1,stated,\nXAA,2020,yes,,,,report,p. 2,stated,\nXBB,2018,yes,,,,report,p. 1,stated,\nXBB,2020,no,,,,report,p. 2,stated,\n")
	both := site.YearOfChanges{Year: 2020, Gained: 1, Lost: 1}
	for name, c := range map[string]site.Changes{"world": p.Changes.World, "indicator": p.Changes.Indicators["nsp"]} {
		if len(c.Years) != 1 || c.Gained != 1 || c.Lost != 1 {
			t.Fatalf("%s: %+v", name, c)
		}
		got := c.Years[0]
		got.Changes = nil
		if diff := cmp.Diff(both, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", name, diff)
		}
	}
	const want = "known yes 2018; lost no 2020 after yes 2018"
	if got := told(p.Countries["xbb"].Changes); got != want {
		t.Errorf("country: %s", got)
	}
	if got := p.Countries["xbb"].Changes.Years[0].Changes[0]; got.Lead.Locator != "p. 2" || got.Before.Locator != "p. 1" {
		t.Errorf("places %s, %s", got.Before.Locator, got.Lead.Locator)
	}
	if got := p.Countries["xbb"].Changes.Years[0].Changes[0].Read; got != "2026-11" {
		t.Errorf("read in %q", got)
	}
	regions := 0
	for _, c := range p.Changes.Regions {
		regions += c.Gained + c.Lost
	}
	if regions != 2 {
		t.Errorf("the regions hold %d changes of 2", regions)
	}
}

// What became known long ago would fill the page of the world; other pages hold it.
func TestFirstsOfTheWorldAreRecent(t *testing.T) {
	p := changed("XAA,2018,no,,,,report,p. 1,stated,\nXBB,2021,yes,,,,report,p. 1,stated,\n")
	if got := told(p.Changes.World); got != "known yes 2021" || p.Changes.World.FirstsSince != 2021 {
		t.Errorf("world since %d: %s", p.Changes.World.FirstsSince, got)
	}
}

// Numbers of two publications are seldom counted alike.
func TestNumbersHaveNoPageOfChanges(t *testing.T) {
	d := referenceData(map[string]string{"data/indicators.csv": "id,kind,unit,group,order,palette,stale_after_years\n" +
		"nsp,availability,,services,1,yes-no,8\nnsp-sites,count,sites,services,2,sequential,8\n"})
	pages := site.Build(d, status.Of(d), site.Maps{}).Changes.Indicators
	if _, ok := pages["nsp"]; !ok || len(pages) != 1 {
		t.Errorf("pages %v", slices.Collect(maps.Keys(pages)))
	}
}
