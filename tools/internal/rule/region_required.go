package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var regionRequired = Rule{
	Name:  "region-required",
	Level: Error,
	About: "Every country with a profile must be in a region; a country in none appears on no regional page and in no regional count.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, c := range d.Countries {
			if c.Profile && c.Region == "" {
				report(c.At("region"), "", c.ISO3+" in no region", "an id of data/regions.csv")
			}
		}
	},
}
