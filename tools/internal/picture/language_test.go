package picture_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

var update = flag.Bool("update", false, "write the golden files anew")

// squares is a view of the small data set's countries, each a square.
func squares(pages site.Pages) carto.View {
	v := carto.View{Width: 1000, Height: 60}
	for x, id := range []string{"aus", "bra", "can", "civ", "egy", "ken", "pol", "tha"} {
		v.Shapes = append(v.Shapes, carto.Shape{ID: pages.Countries[id].ISO3, Path: fmt.Sprintf("M%d 0h60v60h-60z", 120*x)})
	}
	return v
}

// One small map in each language, as it is published: the words of its own strings, the names of
// its own countries, numbers and dates as it writes them.
func TestMapsInEveryLanguageGolden(t *testing.T) {
	for _, lang := range dataset.Languages {
		_, pages, c := tinyIn(t, lang)
		got := carto.SVG(squares(pages), c.World(pages.Indicators["nsp"]))
		if c.Err() != nil {
			t.Fatal(c.Err())
		}
		path := "testdata/nsp." + lang + ".svg"
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v (run the test with -update and look at the picture)", err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// A legend says whose number is which, whatever it ends with.
func TestLegendsByLanguage(t *testing.T) {
	low, high := 1400.0, 5200.0
	for lang, want := range map[string]string{
		"en": "1,400 to under 5,200: | 5,200 or more: | No data:",
		"es": "de 1.400 a menos de 5.200: | a partir de 5.200: | Sin datos:",
		"fr": "de 1\u202f400 à moins de 5\u202f200\u00a0: | 5\u202f200 ou plus\u00a0: | Pas de données\u00a0:",
		"ru": "от 1\u00a0400, но менее 5\u00a0200: | 5\u00a0200 и более: | Нет данных:",
		"ar": "من 1,400 إلى أقل من 5,200: | ما لا يقل عن 5,200: | لا توجد بيانات:",
	} {
		_, _, c := tinyIn(t, lang)
		entries := map[string]site.Entry{"aus": {State: "value", Class: carto.Q1}, "bra": {State: "value", Class: carto.Q2}}
		m := c.World(site.Indicator{ID: "nsp-sites", Classes: []site.Class{{ID: "q1", Low: &low, High: &high}, {ID: "q2", Low: &high}}, Entries: entries})
		var labels []string
		for _, item := range m.Legend {
			labels = append(labels, item.Label)
		}
		if got := strings.Join(labels, " | "); got != want || c.Err() != nil {
			t.Errorf("%s: %q (%v); want %q", lang, got, c.Err(), want)
		}
	}
}

// The last bound of a share bears the percent sign.
func TestClassesOfShares(t *testing.T) {
	ten, forty := 10.0, 40.0
	for _, c := range []struct {
		lang, want string
		class      site.Class
	}{
		{"en", "under 10 %:", site.Class{ID: "q1", High: &ten}}, {"en", "10 to under 40 %:", site.Class{ID: "q1", Low: &ten, High: &forty}},
		{"en", "40 % or more:", site.Class{ID: "q1", Low: &forty}}, {"en", "any value:", site.Class{ID: "q1"}},
		{"fr", "40\u00a0% ou plus\u00a0:", site.Class{ID: "q1", Low: &forty}},
	} {
		_, _, words := tinyIn(t, c.lang)
		m := words.World(site.Indicator{ID: "women-in-treatment", Unit: "percent", Classes: []site.Class{c.class},
			Entries: map[string]site.Entry{"aus": {State: "value", Class: carto.Q1}}})
		if got := m.Legend[0].Label; got != c.want {
			t.Errorf("%s: %q, want %q", c.lang, got, c.want)
		}
	}
}

// The address in a map leads to the page in the map's language, and no slash of it strays.
func TestAddressesByLanguage(t *testing.T) {
	for lang, want := range map[string]string{"en": "org/indicator/nsp/ ", "fr": "org/fr/indicator/nsp/ ", "ar": "org/ar/indicator/nsp/\u2069"} {
		_, pages, c := tinyIn(t, lang)
		if m := c.World(pages.Indicators["nsp"]); !strings.Contains(m.Source, want) || strings.Contains(m.Source, "\u2066") != (lang == "ar") {
			t.Errorf("%s: %q; want %q in it", lang, m.Source, want)
		}
	}
}

func TestCardsByLanguage(t *testing.T) {
	_, _, c := tinyIn(t, "ru")
	card := c.CountryCard("ken")
	if card.Title != "Кения" || card.Rows[0].Value != "Да, 2020" || !strings.Contains(card.Footer, "/ru") {
		t.Errorf("got %+v", card)
	}
}
