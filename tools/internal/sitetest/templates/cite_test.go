package templates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// citations reads the citations of a page by style.
func citations(doc *html.Node) map[string]string {
	texts := map[string]string{}
	for _, n := range All(doc, Class("citation")) {
		texts[Attr(First(Closest(n, Tag("div")), Tag("dt")), "id")] = Text(n)
	}
	return texts
}

// Each kind of page is cited as what it is, in three styles, with its whole address and the
// edition; the day of reading is left open for the reader. A name with markup stays text.
func TestCitationsOfEachKindOfPage(t *testing.T) {
	r := built(t, func(files map[string]string) {
		replace(t, files, "config.toml", `baseURL = "/"`, `baseURL = "https://example.org/atlas/"`)
		files["content/data.md"] = "+++\ntitle = \"Data\"\nlayout = \"data\"\nlede = \"Files.\"\n[[sections]]\nid = \"cite\"\ntitle = \"Cite\"\nshow = \"cite-data\"\n+++\n"
	})
	const ivory = `“Côte d'Ivoire” & <b>"Кот-д’Ивуар"</b>, 科特迪瓦: a name that is much longer than any line of a table should have to hold`
	for page, want := range map[string]map[string]string{
		"country/civ/index.html": {
			"cite-apa":       "Tiny & Sons. (2026). " + ivory + ". In Tiny Atlas (Edition 2026.1). Retrieved YYYY-MM-DD, from https://example.org/atlas/country/civ/",
			"cite-vancouver": "Tiny & Sons. " + ivory + ". In: Tiny Atlas [Internet]. Edition 2026.1. Tiny & Sons; 2026 [cited YYYY-MM-DD]. Available from: https://example.org/atlas/country/civ/",
			"cite-chicago":   "Tiny & Sons. 2026. “" + ivory + ".” In Tiny Atlas, Edition 2026.1. Accessed YYYY-MM-DD. https://example.org/atlas/country/civ/.",
		},
		"indicator/nsp/index.html": {
			"cite-apa":       "Tiny & Sons. (2026). Needle and syringe programmes. In Tiny Atlas (Edition 2026.1). Retrieved YYYY-MM-DD, from https://example.org/atlas/indicator/nsp/",
			"cite-vancouver": "Tiny & Sons. Needle and syringe programmes. In: Tiny Atlas [Internet]. Edition 2026.1. Tiny & Sons; 2026 [cited YYYY-MM-DD]. Available from: https://example.org/atlas/indicator/nsp/",
			"cite-chicago":   "Tiny & Sons. 2026. “Needle and syringe programmes.” In Tiny Atlas, Edition 2026.1. Accessed YYYY-MM-DD. https://example.org/atlas/indicator/nsp/.",
		},
		"region/oceania/index.html": {
			"cite-apa":       "Tiny & Sons. (2026). Oceania. In Tiny Atlas (Edition 2026.1). Retrieved YYYY-MM-DD, from https://example.org/atlas/region/oceania/",
			"cite-vancouver": "Tiny & Sons. Oceania. In: Tiny Atlas [Internet]. Edition 2026.1. Tiny & Sons; 2026 [cited YYYY-MM-DD]. Available from: https://example.org/atlas/region/oceania/",
			"cite-chicago":   "Tiny & Sons. 2026. “Oceania.” In Tiny Atlas, Edition 2026.1. Accessed YYYY-MM-DD. https://example.org/atlas/region/oceania/.",
		},
		"data/index.html": {
			"cite-apa":       "Tiny & Sons. (2026). Tiny Atlas (Edition 2026.1) [Data set]. Retrieved YYYY-MM-DD, from https://example.org/atlas/data/",
			"cite-vancouver": "Tiny & Sons. Tiny Atlas [Internet]. Edition 2026.1. Tiny & Sons; 2026 [cited YYYY-MM-DD]. Available from: https://example.org/atlas/data/",
			"cite-chicago":   "Tiny & Sons. 2026. “Tiny Atlas.” Edition 2026.1. Data set. Accessed YYYY-MM-DD. https://example.org/atlas/data/.",
		},
	} {
		if diff := cmp.Diff(want, citations(r.page(page))); diff != "" {
			t.Errorf("%s: -want +got:\n%s", page, diff)
		}
	}
}

// Where nothing is known there is no value to cite.
func TestOnlyKnownValuesAreCited(t *testing.T) {
	r := built(t, unchanged)
	for _, page := range []string{"country/ken/index.html", "country/civ/index.html", "country/nru/index.html"} {
		doc := r.page(page)
		want := len(All(doc, Class("entry"))) + len(All(doc, Class("other")))
		links := All(doc, Tag("a"), func(n *html.Node) bool { return Closest(n, Class("cite-value")) != nil })
		if len(links) != want || len(All(doc, Has("data-value"))) != min(want, 1) {
			t.Errorf("%s: %d links to cite a value, want %d", page, len(links), want)
		}
		for _, link := range links {
			value := Closest(link, func(n *html.Node) bool { return HasAttr(n, "id") })
			if "#"+Attr(value, "id") != Attr(link, "href") || len(All(value, Class("said"))) == 0 {
				t.Errorf("%s: %s does not lead to its own value and source", page, Attr(link, "href"))
			}
		}
	}
}
