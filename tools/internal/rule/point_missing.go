package rule

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var pointMissing = Rule{
	Name:  "point-missing",
	Level: Error,
	About: "A country with a profile that the boundaries do not draw must have a point; without one it would be on no map.",
	Check: func(d *dataset.Dataset, report Report) {
		drawn := slices.Clone(d.AreaCodes)
		for _, a := range d.Areas {
			if a.Drawn == "joined" {
				drawn = append(drawn, a.Country)
			}
		}
		for _, c := range d.Countries {
			if c.Profile && c.Point == "" && c.ISO3 != "" && len(d.AreaCodes) > 0 && !slices.Contains(drawn, c.ISO3) {
				report(c.At("point"), "", "no point for "+c.ISO3+", of which the boundaries have no area", "its longitude and latitude")
			}
		}
	},
}
