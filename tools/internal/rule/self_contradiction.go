package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var selfContradiction = Rule{
	Name:  "self-contradiction",
	Level: Error,
	About: "One source can't state yes and no about one country and year; a row was read from the line above, and the status would be contested by nobody.",
	Check: func(d *dataset.Dataset, report Report) {
		type answer struct {
			statement
			basis, locator string
		}
		first := map[answer]int{}
		for i, o := range d.Observations {
			if o.Confidence != "stated" || o.Value != "yes" && o.Value != "no" {
				continue
			}
			id := answer{statement{o.Indicator, o.Country, o.Source, o.Period}, o.Basis, ""}
			if o.Basis == "subnational" {
				id.locator = o.Locator // several parts of a country may differ
			}
			if at, twice := first[id]; !twice {
				first[id] = i
			} else if before := d.Observations[at]; before.Value != o.Value {
				report(o.At("value"), o.Key(), fmt.Sprintf("%s, but %s in line %d from the same source", o.Value, before.Value, before.At("value").Line), "what the source says")
			}
		}
	},
}
