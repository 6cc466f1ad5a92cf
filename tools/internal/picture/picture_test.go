package picture_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

var root = filepath.Join("..", "..", "..")

// tiny gives the records of the small data set, and a captioner that words them as the site does.
func tiny(t *testing.T) (*dataset.Dataset, site.Pages, *picture.Captioner) {
	t.Helper()
	return tinyIn(t, "en")
}

// tinyIn is the same in another language.
func tinyIn(t *testing.T, lang string) (*dataset.Dataset, site.Pages, *picture.Captioner) {
	t.Helper()
	files, err := sitetest.Tiny(root)
	if err != nil {
		t.Fatal(err)
	}
	d := dataset.Load(files)
	w, err := words.Read(os.DirFS(root), lang, []string{"nsp", "women-in-treatment", "nsp-sites"})
	if err != nil {
		t.Fatal(err)
	}
	pages := site.Build(d, status.Of(d), site.Maps{})
	return d, pages, picture.NewCaptioner(w, pages)
}

func TestAMapTellsWhatIsKnownOfEachCountry(t *testing.T) {
	_, pages, c := tiny(t)
	m := c.World(pages.Indicators["nsp"])
	told := map[string]string{}
	for id, country := range m.Countries {
		told[id] = fmt.Sprintf("%s [%s]", country.Name, country.Fill.Name())
	}
	want := map[string]string{
		"AUS": "Australia: Yes, 2024 [yes]",
		"BRA": "Brazil: Sources disagree, 2020 [contested]",
		"CAN": "Canada: Yes, last reported 2012 [yes-stale]",
		"CIV": "Côte d’Ivoire: Unknown in 2024; yes in 2022 [unknown]",
		"EGY": "Egypt: No data [none]",
		"GIB": "Gibraltar: No data [none]",
		"KEN": "Kenya: Yes, 2020 [yes]",
		"POL": "Poland: Yes, inferred for 2024 [yes]",
		"THA": "Thailand: No, 2020 [no]",
	}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if c.Err() != nil {
		t.Error(c.Err())
	}
}

func TestEveryCountryStandsInTheLegendOnce(t *testing.T) {
	_, pages, c := tiny(t)
	m := c.World(pages.Indicators["nsp"])
	n := 0
	for _, item := range m.Legend {
		n += item.Count
	}
	if n != len(m.Countries) {
		t.Errorf("the legend counts %d of %d countries: %+v", n, len(m.Countries), m.Legend)
	}
}

// A map of one year carries nothing forward.
func TestAMapOfAYear(t *testing.T) {
	_, pages, c := tiny(t)
	m := c.Period(pages.Indicators["nsp"], 2020)
	for id, want := range map[string]carto.Class{"AUS": carto.Yes, "THA": carto.No, "CAN": carto.None, "POL": carto.None} {
		if got := m.Countries[id].Class; got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

func TestAMapOfARegionHasItsCountriesOnly(t *testing.T) {
	_, pages, c := tiny(t)
	if m := c.Region(pages.Indicators["nsp"], "asia"); len(m.Countries) != 1 || !strings.Contains(m.Title, "Asia") {
		t.Errorf("%q tells of %v", m.Title, m.Countries)
	}
}

func TestCardsSayWhatMapsSay(t *testing.T) {
	_, pages, c := tiny(t)
	m := c.World(pages.Indicators["nsp"])
	if card := c.IndicatorCard(m); card.Title != m.Title || len(card.Rows) != len(m.Legend) {
		t.Errorf("got %+v", card)
	}
	card := c.CountryCard("ken")
	if card.Title != "Kenya" || len(card.Rows) != 3 || card.Rows[0].Value != "Yes, 2020" {
		t.Errorf("got %+v", card)
	}
}

// A picture must not be published with a hole in it.
func TestAMissingWordIsAnError(t *testing.T) {
	_, _, c := tiny(t)
	if c.Say("nothing_of_this_name", nil); c.Err() == nil {
		t.Error("no error")
	}
}

func TestGround(t *testing.T) {
	d, _, _ := tiny(t)
	d.Areas = []dataset.Area{{ID: "GIB", Drawn: "mark", Country: "AUS"}, {ID: "XXA", Drawn: "joined", Country: "KEN"}, {ID: "XXB", Drawn: "undetermined"}}
	d.Lines = []dataset.Line{{Area: "KEN", Neighbour: "EGY", Within: "1 2 3 4"}, {Area: "KEN", Neighbour: "THA", Within: "all of it"}}
	g := picture.GroundOf(d)
	if len(g.List.Countries) != 9 { // all but UMI, which has no profile
		t.Errorf("%d countries", len(g.List.Countries))
	}
	if diff := cmp.Diff(map[string]string{"XXA": "KEN"}, g.Joined); diff != "" {
		t.Errorf("joined (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]boundary.Part{{From: "AUS", ID: "GIB", At: [2]float64{-5.35, 36.14}}}, g.Parts); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"XXB"}, g.List.Undetermined); diff != "" {
		t.Errorf("undetermined (-want +got):\n%s", diff)
	}
	if l := g.List.Unsettled; len(l) != 2 || l[0].Within == nil || l[1].Within != nil {
		t.Errorf("unsettled %+v", l)
	}
	if _, err := g.Topology(); err == nil {
		t.Error("boundaries without a transform are read without an error")
	}
}
