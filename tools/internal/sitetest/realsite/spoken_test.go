package realsite_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Each country on a map is a link whose name says what its title says, and how many
// publications spoke.
func TestCountriesOnMapsAreNamed(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, p := range s.Pages {
		for _, svg := range All(p.Doc, Tag("svg"), Class("map")) {
			for _, a := range All(svg, Tag("a")) {
				want := Text(First(a, Tag("title")))
				if series, known := s.Atlas.Headline(Attr(a, "data-indicator"), Attr(a, "data-country")); known {
					want += publications(series.Ground())
				}
				if got := Attr(a, "aria-label"); got != want {
					f.addf("%s: a link is called %q; want %q", p.Path, got, want)
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
