package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var countryTwice = Rule{
	Name:  "country-twice",
	Level: Error,
	About: "A country must stand in the list once and so in one region; listed in two, it would be counted in both.",
	Check: func(d *dataset.Dataset, report Report) {
		first := map[string]dataset.Country{}
		for _, c := range d.Countries {
			before, twice := first[c.ISO3]
			switch {
			case c.ISO3 == "":
			case !twice:
				first[c.ISO3] = c
			case before.Region != c.Region:
				report(c.At("region"), "", fmt.Sprintf("%s in region %s after %s in line %d", c.ISO3, quote(c.Region), quote(before.Region), before.At("iso3").Line), "one row in one region")
			default:
				report(c.At("iso3"), "", fmt.Sprintf("%s again after line %d", quote(c.ISO3), before.At("iso3").Line), "one row for each country")
			}
		}
	},
}
