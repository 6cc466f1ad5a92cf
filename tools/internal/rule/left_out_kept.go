package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var leftOutKept = Rule{
	Name:  "left-out-kept",
	Level: Warning,
	About: "A row in the list of what was left out must not stand in the data too; the reader would be told that a shown value is not shown.",
	Check: func(d *dataset.Dataset, report Report) {
		columns := []string{"country", "period", "source", "basis", "locator", "value", "low", "high"}
		id := func(r dataset.Row, indicator string) (id [9]string) {
			id[0] = indicator
			for i, c := range columns {
				id[i+1] = r.Text(c)
			}
			return id
		}
		left := map[statement][]dataset.LeftOut{}
		for _, l := range d.LeftOut {
			short := statement{indicator: l.Indicator, country: l.Country, source: l.Source}
			left[short] = append(left[short], l)
		}
		for _, o := range d.Observations {
			for _, l := range left[statement{indicator: o.Indicator, country: o.Country, source: o.Source}] {
				if id(l.Row, l.Indicator) == id(o.Row, o.Indicator) {
					report(l.At("indicator"), l.Key(), fmt.Sprintf("a row that also stands in %s:%d", o.File(), o.At("country").Line), "it in one of the two")
				}
			}
		}
	},
}
