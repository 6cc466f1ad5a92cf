package templates_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// graph reads the linked data of a page by type.
func graph(t *testing.T, r rendered, page string) map[string]map[string]any {
	t.Helper()
	scripts := All(r.page(page), Tag("script"), Is("type", "application/ld+json"))
	if len(scripts) != 1 {
		t.Fatalf("%s: %d scripts with linked data", page, len(scripts))
	}
	var data struct {
		Graph []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(scripts[0].FirstChild.Data), &data); err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	things := map[string]map[string]any{}
	for _, thing := range data.Graph {
		things[fmt.Sprint(thing["@type"])] = thing
	}
	return things
}

// A name with quotes and markup closes no script and is the same text to machines as to people.
func TestNamesInLinkedData(t *testing.T) {
	r := built(t, func(files map[string]string) {
		replace(t, files, "config.toml", `baseURL = "/"`, `baseURL = "https://example.org/atlas/"`)
	})
	steps := graph(t, r, "country/civ/index.html")["BreadcrumbList"]["itemListElement"].([]any)
	got := ""
	for _, step := range steps {
		s := step.(map[string]any)
		got += fmt.Sprintf("%v %v %v\n", s["position"], s["item"], s["name"])
	}
	want := "1 https://example.org/atlas/ Atlas of Harm Reduction\n2 https://example.org/atlas/country/ Countries\n" +
		`3 <nil> “Côte d'Ivoire” & <b>"Кот-д’Ивуар"</b>, 科特迪瓦: a name that is much longer than any line of a table should have to hold` + "\n"
	if got != want {
		t.Errorf("the way to the page:\n%s", got)
	}
	for _, name := range []string{"citation_title", "DC.title"} {
		if title := Attr(First(r.page("country/civ/index.html"), Is("name", name)), "content"); !strings.HasPrefix(title, `“Côte d'Ivoire” & <b>"`) {
			t.Errorf("%s is %q", name, title)
		}
	}
}

// An indicator's data set has whole addresses, and the years of its statements.
func TestDatasetOfAnIndicator(t *testing.T) {
	r := built(t, func(files map[string]string) {
		replace(t, files, "config.toml", `baseURL = "/"`, `baseURL = "https://example.org/atlas/"`)
	})
	set := graph(t, r, "indicator/dcr/index.html")["Dataset"]
	years := tinyPages(t).Indicators["dcr"].Periods
	for property, want := range map[string]string{
		"@id": "https://example.org/atlas/indicator/dcr/#dataset", "name": "Drug consumption rooms", "temporalCoverage": fmt.Sprintf("%d/%d", slices.Min(years), slices.Max(years)), "version": "2026.1",
		"isPartOf": "map[@id:https://example.org/atlas/data/#dataset]",
	} {
		if got := fmt.Sprint(set[property]); got != want {
			t.Errorf("%s is %s; want %s", property, got, want)
		}
	}
	for _, file := range set["distribution"].([]any) {
		if address := fmt.Sprint(file.(map[string]any)["contentUrl"]); !strings.HasPrefix(address, "https://example.org/atlas/data/v1/indicators/dcr.") {
			t.Errorf("a file at %s", address)
		}
	}
}

// Where nothing leads to a page there is no way to tell; the start needs none.
func TestPagesWithoutAWay(t *testing.T) {
	r := built(t, unchanged)
	for _, page := range []string{"index.html", "404.html"} {
		if n := len(All(r.page(page), Is("type", "application/ld+json"))); n > 0 {
			t.Errorf("%s has linked data", page)
		}
	}
}
