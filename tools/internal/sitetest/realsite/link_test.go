package realsite_test

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Whatever leads to a place of this site leads to one that exists, down to the fragment.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	s, f := Built(t), newFaults(t)
	places := placesOf(s)
	for _, p := range slices.Concat(s.All, s.Frozen) {
		told := map[string]bool{}
		for _, address := range addresses(p) {
			if fault := places.fault(p, address); fault != "" && !told[address] {
				told[address] = true
				f.addf("%s leads to %s: %s", p.Path, address, fault)
			}
		}
	}
}

// addresses are those that a page loads or links to.
func addresses(p *Page) []string {
	list := loads(p)
	for _, n := range All(p.Doc, Has("href")) {
		list = append(list, Attr(n, "href"))
	}
	return list
}

// places are what can be led to: the fragments of each page, and the files.
type places struct {
	site      *Site
	fragments map[string]map[string]bool
}

func placesOf(s *Site) places {
	list := places{s, map[string]map[string]bool{}}
	for _, p := range slices.Concat(s.All, s.Frozen) {
		list.fragments[p.Path] = map[string]bool{"": true, "top": true}
		for _, n := range All(p.Doc, Has("id")) {
			list.fragments[p.Path][Attr(n, "id")] = true
		}
	}
	return list
}

// fault says what is wrong with an address on a page; "" if nothing is, or if it leads elsewhere.
func (l places) fault(p *Page, address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return err.Error()
	}
	home, _ := url.Parse(l.site.Data.Edition.URL)
	switch {
	case u.Scheme == "mailto" && strings.Contains(u.Opaque, "@"):
		return ""
	case u.Scheme == "" && u.Host == "", u.Host == home.Host:
	case u.Scheme == "https" || u.Scheme == "http":
		return ""
	default:
		return "neither a page of this site nor of the web"
	}
	at := (&url.URL{Path: p.Path}).ResolveReference(&url.URL{Path: u.Path, Fragment: u.Fragment})
	if u.Path == "" {
		at.Path = p.Path
	}
	if fragments, isPage := l.fragments[at.Path]; isPage {
		if !fragments[at.Fragment] {
			return "no such fragment"
		}
		return ""
	}
	if info, err := os.Stat(filepath.Join(l.site.Dir, filepath.FromSlash(at.Path))); err != nil || info.IsDir() {
		return "no such page or file"
	}
	return ""
}
