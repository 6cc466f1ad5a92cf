package rule

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var areaNeedless = Rule{
	Name:  "area-needless",
	Level: Error,
	About: "A row of areas.csv must explain an area without a country, or a country without an area; one left over from older boundaries would misreport what is drawn.",
	Check: func(d *dataset.Dataset, report Report) {
		if len(d.AreaCodes) == 0 {
			return
		}
		for _, a := range d.Areas {
			_, country := d.Country(a.ID)
			drawn := slices.Contains(d.AreaCodes, a.ID)
			switch {
			case a.ID == "":
			case drawn && country && a.Drawn != "undetermined":
				report(a.At("area"), a.Key(), quote(a.ID)+", a country with an area of its own", "no row for it")
			case !drawn && !country:
				report(a.At("area"), a.Key(), quote(a.ID)+", which is neither an area of the boundaries nor a country", "the code of one of them"+didYouMean(a.ID, d.AreaCodes))
			}
		}
	},
}
