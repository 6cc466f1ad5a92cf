package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var periodAfterSource = Rule{
	Name:  "period-after-source",
	Level: Error,
	About: "A value can't be about a year after its source appeared; one is then the wrong year, or cites the wrong edition.",
	Check: func(d *dataset.Dataset, report Report) {
		check := func(r dataset.Row, period int, id string) {
			if s, ok := d.Source(id); ok && s.Year > 0 && period > s.Year {
				report(r.At("period"), r.Key(), fmt.Sprintf("%d, but %s appeared in %d", period, quote(id), s.Year), fmt.Sprintf("a year no later than %d, or a later source", s.Year))
			}
		}
		for _, o := range d.Observations {
			check(o.Row, o.Period, o.Source)
		}
		for _, t := range d.Totals {
			check(t.Row, t.Period, t.Source)
		}
		for _, a := range d.Aggregates {
			check(a.Row, a.Period, a.Source)
		}
	},
}
