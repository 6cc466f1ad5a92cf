package report

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// FindCountry gives the key of the country that a person means by a code or by a name in any
// language of the atlas, former names included. Case and the shape of apostrophes don't count.
func FindCountry(d *dataset.Dataset, word string) (iso3 string, ok bool) {
	for _, c := range d.Countries {
		if same(word, c.ISO3) || same(word, c.ISO2) {
			return c.ISO3, true
		}
	}
	for _, c := range d.Countries {
		for _, lang := range dataset.Languages {
			if same(word, d.Name(c.ISO3, lang)) {
				return c.ISO3, true
			}
		}
	}
	for _, n := range d.Names {
		if same(word, n.Text) {
			return n.ISO3, true
		}
	}
	return "", false
}

// CountryWords lists the codes and English names by which a country can be meant.
func CountryWords(d *dataset.Dataset) []string {
	var words []string
	for _, c := range d.Countries {
		words = append(words, c.ISO3, d.Name(c.ISO3, "en"))
	}
	return words
}

func same(a, b string) bool { return strings.EqualFold(straight(a), straight(b)) }

var straight = strings.NewReplacer("’", "'", "‘", "'").Replace
