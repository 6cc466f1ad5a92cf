package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// regionsOfGSHR is how many regions the Global State of Harm Reduction has since 2020.
const regionsOfGSHR = 9

var regionCount = Rule{
	Name:  "region-count",
	Level: Error,
	About: "There must be the nine regions of the Global State of Harm Reduction; a tenth or a lost one makes every regional total incomparable.",
	Check: func(d *dataset.Dataset, report Report) {
		if n := len(d.Regions); n != regionsOfGSHR {
			report(start("data/regions.csv"), "", fmt.Sprintf("%d regions", n), fmt.Sprint(regionsOfGSHR))
		}
	},
}
