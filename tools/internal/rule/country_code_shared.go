package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var countryCodeShared = Rule{
	Name:  "country-code-shared",
	Level: Error,
	About: "No two countries may share an alpha-2 or M49 code; a row copied and half changed would give one country the other's name.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, column := range []string{"iso2", "m49"} {
			first := map[string]dataset.Country{}
			for _, c := range d.Countries {
				code := c.Text(column)
				if other, twice := first[code]; twice && other.ISO3 != c.ISO3 {
					report(c.At(column), "", column+" "+quote(code)+", which "+other.ISO3+" has too", "a code of its own")
				} else if code != "" {
					first[code] = c
				}
			}
		}
	},
}
