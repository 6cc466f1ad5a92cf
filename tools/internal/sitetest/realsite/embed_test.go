package realsite_test

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// A frame on another site shows a map that works by itself, and its links open outside the frame.
func TestEveryEmbedStandsAlone(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, i := range s.Data.Indicators {
		p := s.Page("/embed/" + i.ID + "/")
		if p == nil {
			f.addf("no embed of %s", i.ID)
			continue
		}
		for name, found := range map[string]int{
			"maps":           len(All(p.Doc, Tag("svg"), Class("map"))),
			"bases":          len(All(p.Doc, Tag("base"), Is("target", "_top"))),
			"links back":     len(All(p.Doc, Tag("a"), Is("href", "/indicator/"+i.ID+"/"))),
			"links to cite":  len(All(p.Doc, Tag("a"), Is("href", "/indicator/"+i.ID+"/#cite"))),
			"robots' orders": len(All(p.Doc, Tag("meta"), Is("name", "robots"), Is("content", "noindex"))),
			"legends":        len(All(p.Doc, Class("legend"))),
		} {
			if found != 1 {
				f.addf("%s: %d %s; want one", p.Path, found, name)
			}
		}
		if n := len(All(p.Doc, Tag("script", "nav", "form"))); n > 0 {
			f.addf("%s: %d scripts, menus or forms", p.Path, n)
		}
		if links := len(All(First(p.Doc, Tag("svg"), Class("map")), Tag("a"))); links < 243 {
			f.addf("%s: only %d countries", p.Path, links)
		}
	}
}

var frameSource = regexp.MustCompile(`^<iframe src="([^"]+)" title="[^"]+" style="[^"]*aspect-ratio:[^"]+" loading="lazy"></iframe>$`)

// The code that readers copy leads to a page that is there.
func TestEveryEmbedCodeLeadsToItsMap(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, i := range s.Data.Indicators {
		p := s.Page("/indicator/" + i.ID + "/")
		codes := All(First(p.Doc, Class("embed-code")), Tag("code"))
		if len(codes) == 0 || len(codes) > 2 {
			f.addf("%s: %d codes; want one, and one of the newest edition", p.Path, len(codes))
		}
		for _, code := range codes {
			m := frameSource.FindStringSubmatch(Text(code))
			if m == nil {
				f.addf("%s: %s", p.Path, Text(code))
				continue
			}
			address := strings.TrimPrefix(html.UnescapeString(m[1]), strings.TrimSuffix(s.Data.Edition.URL, "/"))
			if !slices.ContainsFunc(slices.Concat(s.All, s.Frozen), func(p *Page) bool { return p.Path == address }) {
				f.addf("%s: the code leads to %s", p.Path, m[1])
			}
		}
	}
}

// A frozen map needs nothing but its edition and holds no address of the site, so that it stays
// whole wherever the site moves; all it says is about its own edition.
func TestEveryFrozenMapStandsAlone(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, p := range s.Frozen {
		number := strings.Split(p.Path, "/")[2]
		if list := loads(p); len(list) != 1 || list[0] != "../style.css" {
			f.addf("%s loads %v; want the style of its edition", p.Path, list)
		}
		if n := len(All(p.Doc, Tag("script", "form", "iframe"))); n > 0 {
			f.addf("%s: %d scripts, forms or frames", p.Path, n)
		}
		for _, n := range All(p.Doc, Has("href")) {
			if to := Attr(n, "href"); !strings.HasPrefix(to, "../../../../") && !strings.HasPrefix(to, "#") && to != "../style.css" {
				f.addf("%s leads to %s", p.Path, to)
			}
		}
		if foot := Text(First(p.Doc, Tag("footer"))); !strings.Contains(foot, "edition "+number+" and never changes") || !strings.Contains(foot, "edition "+number+":") {
			f.addf("%s does not say of which edition it is: %s", p.Path, foot)
		}
		for name, n := range map[string]int{"maps": len(All(p.Doc, Tag("svg"), Class("map"))), "legends": len(All(p.Doc, Class("legend"))), "summaries": len(All(p.Doc, Is("id", "summary")))} {
			if n != 1 {
				f.addf("%s: %d %s; want one", p.Path, n, name)
			}
		}
	}
	if len(s.Frozen) == 0 && len(edition.List(s.Data)) > 0 {
		t.Error("the editions hold no maps")
	}
}
