package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var observationWithoutProfile = Rule{
	Name:  "observation-without-profile",
	Level: Error,
	About: "No observation may be about a place that has no profile; filed under a neighbour in the list, it would be shown nowhere.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, o := range d.Observations {
			if c, ok := d.Country(o.Country); ok && !c.Profile {
				report(o.At("country"), o.Key(), c.ISO3+" ("+d.Name(c.ISO3, "en")+"), which has no profile", "a country that has one")
			}
		}
	},
}
