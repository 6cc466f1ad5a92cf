package site

import (
	"slices"

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

func (n namer) order(countries []string, lang string) []string {
	c := collate.New(language.Make(lang))
	var buf collate.Buffer
	sortKey := make(map[string]string, len(countries))
	for _, iso3 := range countries {
		sortKey[iso3] = string(c.KeyFromString(&buf, n.data.Name(iso3, lang)))
		buf.Reset()
	}
	sorted := slices.SortedFunc(slices.Values(countries), func(a, b string) int {
		if sortKey[a] != sortKey[b] {
			if sortKey[a] < sortKey[b] {
				return -1
			}
			return 1
		}
		return slices.Compare([]byte(a), []byte(b))
	})
	for i, iso3 := range sorted {
		sorted[i] = key(iso3)
	}
	return sorted
}
