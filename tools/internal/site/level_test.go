package site_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// The sources write "under 100" and "more than 200"; what equals a limit is neither.
func TestLevels(t *testing.T) {
	for number, want := range map[string]string{
		"0,,": "low", "99.9,,": "low", "100,,": "medium", "150,,": "medium", "200,,": "medium", "200.1,,": "high", "1000,,": "high",
		",20,80": "low", ",50,100": "low medium", ",150,201": "medium high", ",20,300": "low medium high", ",100,200": "medium",
	} {
		pages := profiles(t, "nsp,XAA,2020,yes,,,,s1,stated", "needles-per-person,XAA,2020,"+number+",,s1,stated",
			"#needles-per-person,low,100,,s1,p. 1,", "#needles-per-person,high,200,,s2,p. 2,", "#needles-per-person,target,300,2030,s2,p. 3,")
		entries := pages.Countries["xaa"].Entries
		entry := entries[slices.IndexFunc(entries, func(e site.Entry) bool { return e.Indicator == "needles-per-person" })]
		if got := strings.Join(entry.Levels, " "); got != want {
			t.Errorf("%s is %q, want %q", number, got, want)
		}
		if got := strings.Join(entries[0].Scale[0].Levels, " "); got != want {
			t.Errorf("%s beside the programme is %q, want %q", number, got, want)
		}
		if limits := pages.Indicators["needles-per-person"].Thresholds; len(limits) != 3 || limits[0].Limit != "low" || limits[2].Year != 2030 {
			t.Errorf("thresholds %+v", limits)
		}
	}
}

// A field that knows only one limit does not divide, and most indicators have none.
func TestNoLevels(t *testing.T) {
	one := profiles(t, "needles-per-person,XAA,2020,5,,,,s1,stated", "#needles-per-person,low,100,,s1,p. 1,")
	for _, e := range append(one.Countries["xaa"].Entries, profiles(t, "nsp-sites,XAA,2020,5,,,,s1,stated").Countries["xaa"].Entries...) {
		if len(e.Levels) > 0 {
			t.Errorf("%s has the levels %v", e.Indicator, e.Levels)
		}
	}
}

// The world's figure comes from the aggregates by its id; a region's or another measure never does.
func TestWorldFigures(t *testing.T) {
	d := dataset.Load(os.DirFS("../../.."))
	var got []string
	for _, i := range site.Build(d, status.Of(d), site.Maps{}).Indicators {
		if i.World != nil {
			got = append(got, i.ID)
		}
	}
	slices.Sort(got)
	if want := []string{"women-in-treatment", "women-who-inject"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
