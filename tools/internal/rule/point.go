package rule

import (
	"math"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var point = Rule{
	Name:  "point",
	Level: Error,
	About: "A point must be longitude and latitude in degrees on the globe; swapped or with commas it puts an island into another ocean.",
	Check: func(d *dataset.Dataset, report Report) {
		eachCell(d, ofType(dataset.Point), func(c *cell) {
			if c.Text == "" || onGlobe(c.Text) {
				return
			}
			report(c.at(), "", quote(c.Text), `longitude (-180 to 180) and latitude (-90 to 90) with one space between, such as "-61.55 16.2"`)
		})
	},
}

func onGlobe(s string) bool {
	west, north, _ := strings.Cut(s, " ")
	lon, ok1 := number(west)
	lat, ok2 := number(north)
	return ok1 && ok2 && math.Abs(lon) <= 180 && math.Abs(lat) <= 90
}
