package templates_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// pagesOfEachKind are one page of every kind that has a template of its own.
var pagesOfEachKind = []string{"index.html", "404.html", "country/index.html", "country/ken/index.html", "country/civ/index.html",
	"country/nru/index.html", "indicator/index.html", "indicator/nsp/index.html", "indicator/women-in-treatment/index.html",
	"region/index.html", "region/oceania/index.html", "compare/index.html", "compare/oceania/index.html", "changes/index.html", "changes/nsp/index.html", "changes/oceania/index.html", "changes/corrections/index.html", "changes/editions/index.html",
	"editions/index.html", "about/index.html", "sources/index.html"}

func trim(prefix, text, suffix string) string {
	return strings.TrimSuffix(strings.TrimPrefix(text, prefix), suffix)
}

// A name with quotes, an apostrophe, markup and three scripts is text everywhere: in the title,
// the heading, the list, the table and on the map.
func TestNamesAreText(t *testing.T) {
	const name = `“Côte d'Ivoire” & <b>"Кот-д’Ивуар"</b>, 科特迪瓦: a name that is much longer than any line of a table should have to hold`
	r := built(t, unchanged)
	for page, conditions := range map[string][]Match{
		"country/civ/index.html":                       {Tag("h1")},
		"country/index.html":                           {Tag("a"), Is("href", "/country/civ/")},
		"indicator/nsp/index.html":                     {Tag("a"), Is("href", "/country/civ/#nsp")},
		"region/western-and-central-africa/index.html": {Tag("a"), Is("href", "/country/civ/")},
	} {
		doc := r.page(page)
		shown := ""
		for _, n := range All(doc, conditions...) {
			if Closest(n, Class("map")) == nil {
				shown = Text(n)
			}
		}
		if shown != name {
			t.Errorf("%s shows %q", page, shown)
		}
		if len(All(doc, Tag("b"), func(n *html.Node) bool { return strings.HasPrefix(Text(n), "\"Кот") })) > 0 {
			t.Errorf("%s: the name became markup", page)
		}
	}
	if got := Text(First(r.page("country/civ/index.html"), Tag("title"))); got != name+" – Atlas of Harm Reduction" {
		t.Errorf("title %q", got)
	}
	if got := Text(First(r.page("sources/index.html"), Is("id", "ministry"))); !strings.Contains(got, "Ministère <de la Santé>, 2024") {
		t.Errorf("publisher in %q", got)
	}
}

func TestEveryKindOfPageHasItsSkeleton(t *testing.T) {
	r := built(t, unchanged)
	for _, page := range pagesOfEachKind {
		doc := r.page(page)
		for name, conditions := range map[string][]Match{
			"h1":        {Tag("h1")},
			"main":      {Tag("main"), Is("id", "main")},
			"skip link": {Tag("a"), Is("href", "#main")},
			"language":  {Tag("html"), Is("lang", "en")},
			"canonical": {Tag("link"), Is("rel", "canonical")},
		} {
			if n := len(All(doc, conditions...)); n != 1 {
				t.Errorf("%s: %d times %s", page, n, name)
			}
		}
	}
}

// In a sub-folder of a host every link of a page begins with that folder; the canonical
// address and the citation are whole.
func TestSiteInASubFolder(t *testing.T) {
	r := built(t, func(files map[string]string) {
		replace(t, files, "config.toml", `baseURL = "/"`, `baseURL = "https://example.org/atlas/"`)
	})
	for _, page := range pagesOfEachKind {
		doc := r.page(page)
		for _, n := range All(doc, func(n *html.Node) bool { return HasAttr(n, "href") || HasAttr(n, "src") }) {
			address := Attr(n, "href") + Attr(n, "src")
			if strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "/atlas/") {
				t.Errorf("%s: <%s> leads out of the folder to %s", page, n.Data, address)
			}
			if strings.HasPrefix(address, "https://example.org") && Attr(n, "rel") != "canonical" {
				t.Errorf("%s: <%s> is bound to the host: %s", page, n.Data, address)
			}
		}
		want := "https://example.org/atlas/" + strings.TrimSuffix(page, "index.html")
		if got := Attr(First(doc, Is("rel", "canonical")), "href"); got != want {
			t.Errorf("%s: canonical %s, want %s", page, got, want)
		}
	}
	if got := Text(First(r.page("country/ken/index.html"), Class("citation"))); !strings.HasSuffix(got, " https://example.org/atlas/country/ken/") {
		t.Errorf("citation %q", got)
	}
	if got := r.text("sitemap.xml"); !strings.Contains(got, "<loc>https://example.org/atlas/country/ken/</loc>") {
		t.Errorf("sitemap:\n%s", got)
	}
}

// A page that is only half filled is never published: what a template looks up and does not
// find stops the build and is named.
func TestMissingRecordStopsTheBuild(t *testing.T) {
	tests := []struct {
		name, file, key, want string
	}{
		{"a country", "countries", "nru", "nru"},
		{"an indicator", "indicators", "nsp", `no record "nsp" in build/data/indicators.json`},
		{"a region", "regions", "oceania", "oceania"},
		{"a source", "cited", "review", `no source "review" in build/data/cited.json`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := tiny(t)
			name := "build/data/" + test.file + ".json"
			files[name] = without(t, files[name], test.key)
			if _, err := render(t, files); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
}

// without takes a record out of a file: by its key, or by its id from a list.
func without(t *testing.T, text, key string) string {
	t.Helper()
	var records any
	if err := json.Unmarshal([]byte(text), &records); err != nil {
		t.Fatal(err)
	}
	switch all := records.(type) {
	case map[string]any:
		delete(all, key)
	case []any:
		records = slices.DeleteFunc(all, func(one any) bool { return one.(map[string]any)["id"] == key })
	}
	short, err := json.Marshal(records)
	if err != nil || len(short) >= len(text) {
		t.Fatalf("%q is not in the file (%v)", key, err)
	}
	return string(short)
}
