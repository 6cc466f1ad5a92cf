package rule

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var areaDrawn = Rule{
	Name:  "area-drawn",
	Level: Error,
	About: "How an area is drawn must fit what it is: joined names its country, a mark is for a country without an area; otherwise land would be coloured with nobody's value.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, a := range d.Areas {
			_, country := d.Country(a.ID)
			switch area := slices.Contains(d.AreaCodes, a.ID); {
			case a.Drawn == "joined" && a.Country == "":
				report(a.At("country"), "", quote(a.ID)+" joined to no country", "the country it is drawn with")
			case a.Drawn == "mark" && area && !country:
				report(a.At("drawn"), "", "a mark for "+quote(a.ID)+", an area without a country", "joined or undetermined")
			}
		}
	},
}
