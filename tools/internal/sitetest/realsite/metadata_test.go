package realsite_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Wikimedia's reader of metadata, which fills in citations for Wikipedia, finds what the pages are.
func TestReadersOfMetadataKnowThePage(t *testing.T) {
	sitetest.NodePackage(t, "html-metadata")
	s := Built(t)
	e := s.Data.Edition
	titles := map[string]string{"/country/ken/": "Kenya", "/country/civ/": "Côte d’Ivoire", "/indicator/nsp/": "Needle and syringe programmes",
		"/region/asia/": "Asia", "/data/": e.Title}
	paths := slices.Sorted(maps.Keys(titles))
	var files []string
	for _, path := range paths {
		files = append(files, file(s, path))
	}
	var got []struct{ Highwire, Core map[string]string }
	if err := json.Unmarshal([]byte(sitetest.Script(t, "read-metadata.mjs", files...)), &got); err != nil {
		t.Fatal(err)
	}
	for i, path := range paths {
		address := strings.TrimSuffix(e.URL, "/") + path
		day := strings.ReplaceAll(e.Date, "-", "/")
		highwire := map[string]string{"title": titles[path], "inbook_title": e.Title, "publisher": e.Publisher,
			"publication_date": day, "online_date": day, "public_url": address, "language": "en"}
		core := map[string]string{"title": titles[path], "creator": e.Publisher, "publisher": e.Publisher, "date": e.Date, "identifier": address,
			"language": "en", "type": "Text", "rights": "https://creativecommons.org/licenses/by/4.0/"}
		if path == "/data/" {
			delete(highwire, "inbook_title")
			core["type"] = "Dataset"
		}
		if diff := cmp.Diff(highwire, got[i].Highwire) + cmp.Diff(core, got[i].Core); diff != "" {
			t.Errorf("%s: -want +got:\n%s", path, diff)
		}
	}
}

// Only pages that can be cited carry the tags of a publication, and Zotero is told of which kind;
// nowhere is the name of an organisation given to those who would take it apart.
func TestOnlyPagesThatCanBeCitedSaySo(t *testing.T) {
	f := newFaults(t)
	kinds := map[string]string{"country/…": "encyclopediaArticle", "indicator/…": "encyclopediaArticle", "region/…": "encyclopediaArticle", "data": "dataset"}
	for _, p := range Built(t).All {
		want := kinds[kind(p.English)]
		var got []string
		for _, n := range All(p.Doc, Tag("meta"), Is("name", "z:itemType")) {
			got = append(got, Attr(n, "content"))
		}
		if strings.Join(got, " ") != want {
			f.addf("%s: Zotero is told %q; want %q", p.Path, got, want)
		}
		titles := len(All(p.Doc, Tag("meta"), Is("name", "citation_title")))
		if (titles == 1) != (want != "") || len(All(p.Doc, Is("name", "citation_author"))) > 0 {
			f.addf("%s: %d titles to cite", p.Path, titles)
		}
	}
}

// linked is the JSON-LD of a page: its @graph by type.
func linked(p *Page) (map[string]map[string]any, error) {
	things := map[string]map[string]any{}
	for _, n := range All(p.Doc, Tag("script"), Is("type", "application/ld+json")) {
		var data struct {
			Context string           `json:"@context"`
			Graph   []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(n.FirstChild.Data), &data); err != nil || data.Context != "https://schema.org" {
			return nil, fmt.Errorf("context %q: %v", data.Context, err)
		}
		for _, thing := range data.Graph {
			things[fmt.Sprint(thing["@type"])] = thing
		}
	}
	return things, nil
}

// Every page but the first tells the way to it, and each step leads to a page of that name.
func TestBreadcrumbsLeadToThePage(t *testing.T) {
	s, f := Built(t), newFaults(t)
	home := strings.TrimSuffix(s.Data.Edition.URL, "/")
	for _, p := range s.Pages {
		things, err := linked(p)
		if err != nil {
			f.addf("%s: %v", p.Path, err)
		}
		list, known := things["BreadcrumbList"]
		if bare := p.Path == "/" || p.Path == "/404.html" || strings.Contains(p.Path, "/embed/"); bare {
			continue
		}
		steps, _ := list["itemListElement"].([]any)
		if !known || len(steps) < 2 {
			f.addf("%s: no way to it", p.Path)
			continue
		}
		for i, step := range steps {
			step := step.(map[string]any)
			item, isLink := step["item"].(string)
			last := i == len(steps)-1
			if step["position"] != float64(i+1) || isLink == last || step["name"] == "" {
				f.addf("%s: step %d is %v", p.Path, i+1, step)
			}
			if isLink && s.Page(strings.TrimPrefix(item, home)) == nil {
				f.addf("%s: the way leads over %s", p.Path, item)
			}
		}
		if name := steps[len(steps)-1].(map[string]any)["name"]; !strings.Contains(Text(First(p.Doc, Tag("title"))), fmt.Sprint(name)) {
			f.addf("%s: the way leads to %q", p.Path, name)
		}
	}
}
