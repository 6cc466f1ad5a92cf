package carto_test

import (
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

func TestEveryPlaceIsASmallPicture(t *testing.T) {
	locator := carto.NewLocator(world(t))
	large := 0
	for _, c := range list(t).Countries {
		picture, err := locator.Place(c, "Where "+c.ID+" lies", "Among its neighbours.")
		if err != nil {
			t.Error(err)
			continue
		}
		wellFormed(t, c.ID, picture)
		if !strings.Contains(string(picture), `class="c"`) {
			t.Errorf("%s is not in its own picture", c.ID)
		}
		if !strings.Contains(string(picture), `class="h"`) || !strings.Contains(string(picture), `class="o"`) {
			t.Errorf("%s is not on the globe", c.ID)
		}
		if strings.Contains(string(picture), `class="r"`) != ringed(c.ID, string(picture)) {
			t.Errorf("%s: a ring without a small country, or the other way round", c.ID)
		}
		if len(picture) > 9_000 {
			large++
		}
		if n := gzipped(string(picture)); n > 4_900 {
			t.Errorf("%s takes %d bytes gzipped; want 4,900 at most", c.ID, n)
		}
	}
	if large > 4 {
		t.Errorf("%d pictures take more than 9,000 bytes", large)
	}
}

// ringed names a few countries that must or must not have a ring; others pass as they are.
func ringed(id, picture string) bool {
	switch id {
	case "VAT", "TUV", "MCO", "NRU", "GIB", "TKL":
		return true
	case "KEN", "RUS", "FRA", "USA", "CAN", "GUF", "SJM":
		return false
	}
	return strings.Contains(picture, `class="r"`)
}

func TestPlaceOfAnUnknownCountry(t *testing.T) {
	picture, err := carto.NewLocator(world(t)).Place(carto.Country{ID: "QQQ"}, "t", "d")
	if err == nil || picture != nil || err.Error() != "country QQQ has neither an area nor a point" {
		t.Errorf("got %d bytes and %v", len(picture), err)
	}
}

func TestPlaceOfAnEmptyWorldTerminates(t *testing.T) {
	if _, err := carto.NewLocator(&boundary.Topology{}).Place(carto.Country{ID: "KEN"}, "t", "d"); err == nil {
		t.Error("no error")
	}
}

func BenchmarkPlace(b *testing.B) {
	locator, countries := carto.NewLocator(world(b)), list(b).Countries
	for i := 0; b.Loop(); i++ {
		if _, err := locator.Place(countries[i%len(countries)], "t", "d"); err != nil {
			b.Fatal(err)
		}
	}
}
