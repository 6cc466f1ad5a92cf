package realsite_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Each country on a map is a link whose name, its title, tells country and status, and how many
// publications spoke. A second name would weigh three kilobytes and could differ.
func TestCountriesOnMapsAreNamed(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, p := range s.Pages {
		for _, svg := range All(p.Doc, Tag("svg"), Class("map")) {
			for _, a := range All(svg, Tag("a")) {
				want := s.Data.Name(Attr(a, "data-country"), "en") + ": "
				ending := ""
				if series, known := s.Atlas.Headline(Attr(a, "data-indicator"), Attr(a, "data-country")); known {
					ending = publications(series.Ground())
				}
				got := Text(First(a, Tag("title")))
				if !strings.HasPrefix(got, want) || !strings.HasSuffix(got, ending) || HasAttr(a, "aria-label") {
					f.addf("%s: a link is called %q; want %q … %q and nothing else", p.Path, got, want, ending)
				}
			}
		}
	}
}

// publications words the number of those whose statements a conclusion weighs.
func publications(c status.Conclusion) string {
	sources := []string{c.Lead.Source}
	for _, s := range append(slices.Clone(c.Agree), c.Against...) {
		sources = append(sources, s.Source)
	}
	slices.Sort(sources)
	if n := len(slices.Compact(sources)); n > 1 {
		return fmt.Sprintf(", %d publications", n)
	}
	return ", 1 publication"
}
