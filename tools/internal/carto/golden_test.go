package carto_test

import (
	"regexp"
	"strings"
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
		{Fill: carto.Fill{Class: carto.Yes}, Label: "Yes:", Count: 1},
		{Fill: carto.Fill{Class: carto.Range}, Label: "Range wider than one class:", Count: 1},
		{Fill: carto.Fill{Class: carto.None}, Label: "Not reported in 2008:", Count: 3},
	}
	golden(t, "tiny-year.svg", carto.SVG(tinyView(t), m))
}

// A region: its countries in colour, all other land muted.
func TestSVGOfARegionGolden(t *testing.T) {
	list := carto.List{Countries: []carto.Country{{ID: "WES"}, {ID: "LAK"}}}
	golden(t, "tiny-region.svg", carto.SVG(carto.Region(tinyTopology(t), list, "nowhere"), tinyMap()))
}

// Words from right to left begin at the right edge; the view is the same.
func TestSVGFromRightToLeftGolden(t *testing.T) {
	m := tinyMap()
	m.Lang, m.RightToLeft, m.Title = "ar", true, "الشاي"
	picture := carto.SVG(tinyView(t), m)
	golden(t, "tiny-right-to-left.svg", picture)
	view := regexp.MustCompile(`(?s)<svg x=.*?</svg>`)
	if other := carto.SVG(tinyView(t), tinyMap()); string(view.Find(other)) != string(view.Find(picture)) {
		t.Error("the view is not the one of other languages")
	}
}

// Titles are longer in some languages than in others, and a number stays with its unit.
func TestLongWordsTakeMoreLines(t *testing.T) {
	m := tinyMap()
	m.Title = strings.Repeat("Programmes d’échange ", 6)
	m.Subtitle = strings.Repeat("Est-ce que ", 20)
	m.Disclaimer = strings.Repeat("2\u202f300\u00a0m ", 40)
	picture := string(carto.SVG(tinyView(t), m))
	for class, want := range map[string]int{"title": 2, "subtitle": 2, "small": 4} {
		if n := strings.Count(picture, `<text class="`+class+`"`); n != want {
			t.Errorf("%d lines of class %s; want %d", n, class, want)
		}
	}
	if strings.Contains(picture, ">300") || strings.Contains(picture, ">m") {
		t.Error("a number is broken over two lines")
	}
	short := carto.SVG(tinyView(t), tinyMap())
	if h := regexp.MustCompile(`viewBox="0 0 \S+ (\S+)"`); h.FindStringSubmatch(picture)[1] <= h.FindStringSubmatch(string(short))[1] {
		t.Error("the picture has not grown with its words")
	}
}

// Where a country lies, with the globe in its corner.
func TestPlaceGolden(t *testing.T) {
	picture, err := carto.NewLocator(tinyTopology(t)).Place(carto.Country{ID: "EAS"}, "Where East lies", "Among its neighbours.")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "tiny-place.svg", picture)
}
