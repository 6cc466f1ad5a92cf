package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

const areasFile = "data/boundaries/areas.csv"

var areaUnexplained = Rule{
	Name:  "area-unexplained",
	Level: Error,
	About: "Every area of the boundaries must be a country's or be explained in areas.csv; an area that nobody owns is a blank on the map, or a claim.",
	Check: func(d *dataset.Dataset, report Report) {
		explained := map[string]bool{}
		for _, a := range d.Areas {
			explained[a.ID] = true
		}
		for _, code := range d.AreaCodes {
			if _, ok := d.Country(code); !ok && !explained[code] {
				report(start(areasFile), "", "no row for area "+quote(code)+" of the boundaries, which is no country's", "one that says how it is drawn and why")
			}
		}
	},
}
