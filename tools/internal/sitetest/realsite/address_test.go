package realsite_test

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// The addresses of the site never change once they are published. Each kind of page has as
// many as the world has countries, indicators and regions.
func TestEveryPageHasItsAddress(t *testing.T) {
	s := Built(t)
	kinds := map[string]int{}
	for _, p := range s.All {
		kinds[p.Lang+" "+kind(p.English)]++
	}
	want := map[string]int{"home": 1, "country/…": 243, "indicator/…": 24, "region/…": 9, "compare/…": 9, "changes": 1, "changes/…": 21}
	for kind, n := range want {
		for _, lang := range dataset.Languages {
			if kinds[lang+" "+kind] != n {
				t.Errorf("%s: %d pages %s, want %d", lang, kinds[lang+" "+kind], kind, n)
			}
		}
	}
	for _, path := range append(profilePaths(s), "/", "/country/", "/indicator/", "/region/", "/compare/", "/changes/", "/changes/corrections/", "/data/", "/method/", "/sources/", "/404.html",
		"/country/ken/", "/country/xkx/", "/indicator/nsp/", "/indicator/women-in-treatment/", "/region/asia/") {
		if s.Page(path) == nil {
			t.Errorf("no page %s", path)
		}
	}
}

// kind gives the kind of page that an address stands for: country/…, sources, home.
func kind(path string) string {
	parts := strings.Split(strings.Trim(path, "/"), "/")
	switch {
	case parts[0] == "":
		return "home"
	case len(parts) > 1:
		return parts[0] + "/…"
	}
	return parts[0]
}

func profilePaths(s *Site) []string {
	var list []string
	for _, c := range s.Data.Countries {
		if c.Profile {
			list = append(list, "/country/"+strings.ToLower(c.ISO3)+"/")
		}
	}
	return list
}

func TestEveryFileHasItsAddress(t *testing.T) {
	s := Built(t)
	files := []string{"data/v1/observations.csv", "data/v1/latest.csv", "data/v1/atlas.geojson", "data/v1/datapackage.json",
		"data/v1/sources.json", "data/v1/sources.bib", "data/v1/sources.ris", "robots.txt", "favicon.svg"}
	for _, i := range s.Data.Indicators {
		files = append(files, "maps/"+i.ID+".svg")
		for _, ending := range []string{".json", ".csv", ".geojson"} {
			files = append(files, "data/v1/indicators/"+i.ID+ending)
		}
	}
	for _, path := range profilePaths(s) {
		id := filepath.Base(path)
		files = append(files, "maps/place/"+id+".svg", "data/v1/countries/"+id+".json", "data/v1/countries/"+id+".csv")
	}
	for _, file := range files {
		if info, err := os.Stat(filepath.Join(s.Dir, file)); err != nil || info.Size() == 0 {
			t.Errorf("no file /%s", file)
		}
	}
}

// The sitemaps list every page with its full address, once, and nothing else.
func TestSitemapListsEveryPage(t *testing.T) {
	s := Built(t)
	home := strings.TrimSuffix(s.Data.Edition.URL, "/")
	var got, want []string
	for _, lang := range dataset.Languages {
		for _, u := range sitemapOf(t, s, lang) {
			got = append(got, u.Loc)
		}
	}
	for _, p := range s.All {
		if p.English != "/404.html" && kind(p.English) != "embed/…" {
			want = append(want, home+p.Path)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sitemap (-want +got):\n%s", diff)
	}
}

// listed is a page in a sitemap, with its counterparts in other languages.
type listed struct {
	Loc   string `xml:"loc"`
	Links []struct {
		Lang string `xml:"hreflang,attr"`
		Href string `xml:"href,attr"`
	} `xml:"http://www.w3.org/1999/xhtml link"`
}

// sitemapOf reads the sitemap of a language, which the one of the site must name.
func sitemapOf(t *testing.T, s *Site, lang string) []listed {
	t.Helper()
	path := "/" + lang + "/sitemap.xml"
	if !strings.Contains(string(read(t, filepath.Join(s.Dir, "sitemap.xml"))), "<loc>"+strings.TrimSuffix(s.Data.Edition.URL, "/")+path+"</loc>") {
		t.Errorf("the sitemap does not name %s", path)
	}
	var sitemap struct {
		URL []listed `xml:"url"`
	}
	if err := xml.Unmarshal(read(t, filepath.Join(s.Dir, path)), &sitemap); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return sitemap.URL
}
