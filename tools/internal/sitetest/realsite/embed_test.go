package realsite_test

import (
	"html"
	"regexp"
	"strings"
	"testing"

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
		if len(codes) != 1 {
			f.addf("%s: %d codes; want one", p.Path, len(codes))
			continue
		}
		m := frameSource.FindStringSubmatch(Text(codes[0]))
		if m == nil {
			f.addf("%s: %s", p.Path, Text(codes[0]))
			continue
		}
		if address := strings.TrimPrefix(html.UnescapeString(m[1]), strings.TrimSuffix(s.Data.Edition.URL, "/")); s.Page(address) == nil {
			f.addf("%s: the code leads to %s", p.Path, m[1])
		}
	}
}
