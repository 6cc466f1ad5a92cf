package rule

import (
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var noteCountry = Rule{
	Name:  "note-country",
	Level: Error,
	About: "A note's file is called after a country with a profile, and after its language if that is not English; a note on no page is never read, nor corrected.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, n := range d.Notes {
			name := n.Name()
			c, known := d.Country(strings.ToUpper(name))
			switch {
			case !slices.Contains(dataset.Languages, n.Lang()):
				report(start(n.Path), "", quote(n.Lang()), "a language of the site: "+oneOf(dataset.Languages))
			case n.IsShared():
			case !known || name != strings.ToLower(name):
				report(start(n.Path), "", quote(name), "the key of a country in small letters, as in ken.md"+didYouMean(name, profileKeys(d)))
			case !c.Profile:
				report(start(n.Path), "", quote(name)+", which has no profile", "a country with a profile")
			}
		}
	},
}

// profileKeys gives the keys of the countries with a profile as addresses write them.
func profileKeys(d *dataset.Dataset) []string {
	var keys []string
	for _, c := range d.Countries {
		if c.Profile {
			keys = append(keys, strings.ToLower(c.ISO3))
		}
	}
	return keys
}
