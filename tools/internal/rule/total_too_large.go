package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var totalTooLarge = Rule{
	Name:  "total-too-large",
	Level: Error,
	About: "A total of countries can't exceed the countries there are; a number of sites typed as a number of countries would fail to reconcile for ever.",
	Check: func(d *dataset.Dataset, report Report) {
		members := map[string]int{"": len(d.Countries), "world": len(d.Countries)}
		for _, c := range d.Countries {
			members[c.Region]++
		}
		for _, t := range d.Totals {
			most, ok := members[t.Scope]
			if !ok {
				most = len(d.Countries)
			}
			if most > 0 && t.Countries > most {
				report(t.At("countries"), t.Key(), fmt.Sprintf("%d countries in scope %s", t.Countries, quote(t.Scope)), fmt.Sprintf("at most %d", most))
			}
		}
	},
}
