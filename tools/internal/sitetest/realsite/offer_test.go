package realsite_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// offered are the files and frames that may come in several languages.
var offered = regexp.MustCompile(`^(maps|cite|cards|embed)/`)

// What a page offers to take away is in its language if there is such a file, and otherwise says
// that it is English.
func TestPagesOfferTheFilesOfTheirLanguage(t *testing.T) {
	s, f := Built(t), newFaults(t)
	seen := map[string]int{}
	for _, p := range s.All {
		lang := p.Lang
		if lang == dataset.Languages[0] {
			continue
		}
		for _, address := range offers(p) {
			name := strings.TrimPrefix(strings.TrimPrefix(address, s.Data.Edition.URL), "/")
			if own, found := strings.CutPrefix(name, lang+"/"); found && offered.MatchString(own) {
				seen[lang+" "+own[:4]]++
			}
			if _, err := os.Stat(filepath.Join(s.Dir, lang, name)); offered.MatchString(name) && err == nil {
				f.addf("%s offers %s in English", p.Path, name)
			}
		}
		for _, a := range All(p.Doc, Tag("a"), Has("download")) {
			if strings.HasPrefix(Attr(a, "href"), "/maps/") && Attr(a, "hreflang") != "en" {
				f.addf("%s does not say that %s is English", p.Path, Attr(a, "href"))
			}
		}
	}
	for _, kind := range []string{"es maps", "es cite", "es card", "es embe", "ar maps", "ar cite", "ar embe"} {
		if seen[kind] == 0 {
			t.Errorf("no page leads to %s", kind)
		}
	}
}

// offers are what a page links to, shows elsewhere, or gives to copy.
func offers(p *Page) []string {
	list := addresses(p)
	for _, n := range All(p.Doc, Tag("meta"), Is("property", "og:image")) {
		list = append(list, Attr(n, "content"))
	}
	for _, n := range All(First(p.Doc, Class("embed-code")), Tag("code")) {
		if m := frameSource.FindStringSubmatch(Text(n)); m != nil {
			list = append(list, m[1])
		}
	}
	return list
}
