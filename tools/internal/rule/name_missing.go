package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var nameMissing = Rule{
	Name:  "name-missing",
	Level: Error,
	About: "Every country must have a name in every language of the site; without one its page would be titled with a code.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, c := range d.Countries {
			for _, lang := range dataset.Languages {
				if c.ISO3 != "" && d.Name(c.ISO3, lang) == c.ISO3 {
					report(c.At("iso2"), "", "no name in "+quote(lang)+" for "+c.ISO3,
						"an alpha-2 code that CLDR names, or a row in data/names/names.csv")
				}
			}
		}
	},
}
