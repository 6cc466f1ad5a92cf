package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var totalContradiction = Rule{
	Name:  "total-contradiction",
	Level: Error,
	About: "One source can't print two totals for one indicator, year and scope; one of them is about something else, and our count would be held against both.",
	Check: func(d *dataset.Dataset, report Report) {
		first := map[[4]string]dataset.Total{}
		for _, t := range d.Totals {
			id := [4]string{t.Indicator, t.Text("period"), t.Scope, t.Source}
			if before, twice := first[id]; !twice {
				first[id] = t
			} else if before.Countries != t.Countries {
				report(t.At("countries"), t.Key(), fmt.Sprintf("%d, but %d in line %d from the same source", t.Countries, before.Countries, before.At("countries").Line), "one total, or other:name for the other count")
			}
		}
	},
}
