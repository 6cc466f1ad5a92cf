package site

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// namer gives names and the order of countries in each language.
type namer struct{ data *dataset.Dataset }

// of gives a country's name in every language.
func (n namer) of(iso3 string) map[string]string {
	names := make(map[string]string, len(dataset.Languages))
	for _, lang := range dataset.Languages {
		names[lang] = n.data.Name(iso3, lang)
	}
	return names
}

// aliases gives the other and former names of a country in the order of the file.
func (n namer) aliases(iso3 string) []string {
	var list []string
	for _, name := range n.data.Names {
		if name.ISO3 == iso3 && name.Kind != "name" {
			list = append(list, name.Text)
		}
	}
	return list
}

// sorted gives, for each language, the countries in the order of its alphabet (Unicode
// collation with the language's tailoring), as keys.
func (n namer) sorted(countries []string) map[string][]string {
	orders := make(map[string][]string, len(dataset.Languages))
	for _, lang := range dataset.Languages {
		orders[lang] = n.order(countries, lang)
	}
	return orders
}

// variants are letters that Arabic sorts like others where names differ in more than them. The tables
// of x/text are older than this rule of CLDR and take each form of alef for a letter of its own.
var variants = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "اا", "ى", "ي", "ة", "ت")

func (n namer) order(countries []string, lang string) []string {
	c := collate.New(language.Make(lang))
	var buf collate.Buffer
	type place struct{ letters, name []byte }
	places := make(map[string]place, len(countries))
	for _, iso3 := range countries {
		name := n.data.Name(iso3, lang)
		p := place{name: c.KeyFromString(&buf, name)}
		if lang == "ar" {
			p.letters = c.KeyFromString(&buf, variants.Replace(name))
		}
		places[iso3] = place{bytes.Clone(p.letters), bytes.Clone(p.name)}
		buf.Reset()
	}
	sorted := slices.SortedFunc(slices.Values(countries), func(a, b string) int {
		return cmp.Or(bytes.Compare(places[a].letters, places[b].letters), bytes.Compare(places[a].name, places[b].name), cmp.Compare(a, b))
	})
	for i, iso3 := range sorted {
		sorted[i] = key(iso3)
	}
	return sorted
}
