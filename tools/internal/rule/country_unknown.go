package rule

import (
	"fmt"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var countryUnknown = Rule{
	Name:  "country-unknown",
	Level: Error,
	About: "Every country must be named by its key in countries.csv; a row under a name, a two-letter code or a misspelt key would belong to no country.",
	Check: func(d *dataset.Dataset, report Report) {
		var keys map[string]string
		eachCell(d, ofType(dataset.ISO3), func(c *cell) {
			if _, ok := d.Country(c.Text); ok || c.Text == "" || c.column.Name == "iso3" && c.table.File == "data/countries.csv" {
				return
			}
			if keys == nil {
				keys = countryKeys(d)
			}
			report(c.at(), "", quote(c.Text), "a key of data/countries.csv"+meantCountry(c.Text, keys))
		})
	},
}

// countryKeys leads from everything that a country may be called to its key, in lower case.
func countryKeys(d *dataset.Dataset) map[string]string {
	keys := map[string]string{}
	put := func(name, key string) {
		if name = strings.ToLower(name); name != "" && keys[name] == "" {
			keys[name] = key
		}
	}
	for _, c := range d.Countries {
		put(c.ISO3, c.ISO3)
	}
	for _, c := range d.Countries {
		put(c.ISO2, c.ISO3)
		put(c.M49, c.ISO3)
		for _, lang := range dataset.Languages {
			put(d.Name(c.ISO3, lang), c.ISO3)
		}
	}
	for _, n := range d.Names {
		put(n.Text, n.ISO3)
	}
	return keys
}

func meantCountry(got string, keys map[string]string) string {
	if key := keys[strings.ToLower(strings.TrimSpace(got))]; key != "" {
		return fmt.Sprintf(" (did you mean %q?)", key)
	}
	if name := closest(got, sortedKeys(keys)); name != "" {
		return fmt.Sprintf(" (did you mean %q?)", keys[name])
	}
	return ""
}
