package realsite_test

import (
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// A strict Content-Security-Policy stands over the site: no style and no script inside a page.
func TestNoPageCarriesStyleOrScript(t *testing.T) {
	f := newFaults(t)
	for _, p := range Built(t).All {
		for _, n := range All(p.Doc) {
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
					f.addf("%s: <%s %s=%q>", p.Path, n.Data, a.Key, a.Val)
				}
			}
			linked := Attr(n, "type") == "application/ld+json" // which no browser runs
			if n.Data == "style" || n.Data == "script" && !linked && (!HasAttr(n, "src") || n.FirstChild != nil) {
				f.addf("%s: <%s> inside the page", p.Path, n.Data)
			}
		}
	}
}

// loaded are the elements whose address the browser fetches by itself.
var loaded = map[string]string{"script": "src", "img": "src", "source": "src", "iframe": "src", "video": "src", "audio": "src",
	"embed": "src", "object": "data", "use": "href", "image": "href", "input": "src", "track": "src"}

// Nobody but the site's own host learns who reads it.
func TestNothingIsLoadedFromElsewhere(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, p := range s.All {
		for _, address := range loads(p) {
			if u, err := url.Parse(address); err != nil || u.Host != "" || u.Scheme != "" {
				f.addf("%s loads %s", p.Path, address)
			}
		}
		for _, n := range All(p.Doc, Tag("link")) {
			if rel := Attr(n, "rel"); rel == "preconnect" || rel == "dns-prefetch" {
				f.addf("%s: <link rel=%s>", p.Path, rel)
			}
		}
	}
	elsewhere := regexp.MustCompile(`(?i)@import|url\(\s*['"]?(https?:)?//`)
	for _, path := range files(t, s.Dir, ".css", ".svg") {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if found := elsewhere.Find(text); found != nil {
			f.addf("%s: %s", path, found)
		}
	}
}

// loads gives the addresses that a browser fetches with a page.
func loads(p *Page) []string {
	var list []string
	for _, n := range All(p.Doc) {
		if address := Attr(n, loaded[n.Data]); address != "" && !strings.HasPrefix(address, "#") {
			list = append(list, address)
		}
		if n.Data == "link" && (Attr(n, "rel") == "stylesheet" || Attr(n, "rel") == "icon" || Attr(n, "rel") == "preload") {
			list = append(list, Attr(n, "href"))
		}
	}
	return list
}

// files gives the files below a folder with one of these endings.
func files(t *testing.T, dir string, endings ...string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		for _, ending := range endings {
			if err == nil && filepath.Ext(path) == ending {
				list = append(list, path)
			}
		}
		return err
	})
	if err != nil || len(list) == 0 {
		t.Fatalf("files %v: %d, %v", endings, len(list), err)
	}
	return list
}
