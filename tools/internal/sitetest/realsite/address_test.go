package realsite_test

import (
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// The addresses of the site never change once they are published. Each kind of page has as
// many as the world has countries, indicators and regions.
func TestEveryPageHasItsAddress(t *testing.T) {
	s := Built(t)
	kinds := map[string]int{}
	for _, p := range s.Pages {
		kinds[kind(p.Path)]++
	}
	want := map[string]int{"home": 1, "country/…": 243, "indicator/…": 24, "region/…": 9, "compare/…": 9, "changes": 1, "changes/…": 21}
	for kind, n := range want {
		if kinds[kind] != n {
			t.Errorf("%d pages %s, want %d", kinds[kind], kind, n)
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

// The sitemap lists every page with its full address, once, and nothing else.
func TestSitemapListsEveryPage(t *testing.T) {
	s := Built(t)
	text, err := os.ReadFile(filepath.Join(s.Dir, "sitemap.xml"))
	if err != nil {
		t.Fatal(err)
	}
	var sitemap struct {
		URL []struct {
			Loc string `xml:"loc"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(text, &sitemap); err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for _, u := range sitemap.URL {
		got = append(got, u.Loc)
	}
	for _, p := range s.Pages {
		if p.Path != "/404.html" && kind(p.Path) != "embed/…" {
			want = append(want, strings.TrimSuffix(s.Data.Edition.URL, "/")+p.Path)
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sitemap (-want +got):\n%s", diff)
	}
}
