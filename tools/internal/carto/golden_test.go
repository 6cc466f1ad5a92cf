package carto_test

import (
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

func tinyTopology(t testing.TB) *boundary.Topology {
	t.Helper()
	topology, err := boundary.Decode("tiny.json", []byte(tiny))
	if err != nil {
		t.Fatal(err)
	}
	return topology
}

// A map of a single year: nothing of another year is carried into it, so most is no data.
func TestSVGOfAYearGolden(t *testing.T) {
	m := tinyMap()
	m.Title = "Tea, 2008"
	refill(m, map[string]carto.Fill{"EAS": {Class: carto.Range}, "WES": {Class: carto.Yes}})
	m.Legend = []carto.LegendItem{
		{Fill: carto.Fill{Class: carto.Yes}, Label: "Yes", Count: 1},
		{Fill: carto.Fill{Class: carto.Range}, Label: "Range wider than one class", Count: 1},
		{Fill: carto.Fill{Class: carto.None}, Label: "Not reported in 2008", Count: 3},
	}
	golden(t, "tiny-year.svg", carto.SVG(tinyView(t), m))
}

// A region: its countries in colour, all other land muted.
func TestSVGOfARegionGolden(t *testing.T) {
	list := carto.List{Countries: []carto.Country{{ID: "WES"}, {ID: "LAK"}}}
	golden(t, "tiny-region.svg", carto.SVG(carto.Region(tinyTopology(t), list, "nowhere"), tinyMap()))
}

// Where a country lies, with the globe in its corner.
func TestPlaceGolden(t *testing.T) {
	picture, err := carto.NewLocator(tinyTopology(t)).Place(carto.Country{ID: "EAS"}, "Where East lies", "Among its neighbours.")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "tiny-place.svg", picture)
}
