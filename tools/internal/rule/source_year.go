package rule

import (
	"fmt"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var sourceYear = Rule{
	Name:  "source-year",
	Level: Error,
	About: "The year in a source's id must be its year of publication; a row copied from the last edition would date every new value two years back.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, s := range d.Sources {
			if s.Year == 0 {
				continue
			}
			for part := range strings.SplitSeq(s.ID, "-") {
				if len(part) == 4 && isDigits(part) && part >= fmt.Sprint(firstYear) && part < "2100" && part != fmt.Sprint(s.Year) {
					report(s.At("year"), s.Key(), fmt.Sprintf("%d, but the id says %s", s.Year, part), "one year in both")
					break
				}
			}
		}
	},
}
