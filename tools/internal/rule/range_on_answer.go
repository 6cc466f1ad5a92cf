package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var rangeOnAnswer = Rule{
	Name:  "range-on-answer",
	Level: Error,
	About: "A yes, no or unknown must have no low and high; numbers there belong to a count and would be lost.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, o := range d.Observations {
			i, ok := d.Indicator(o.Indicator)
			if !ok || i.Counts() {
				continue
			}
			if o.Low != "" {
				report(o.At("low"), "", "low "+quote(o.Low)+" beside "+quote(o.Value), "an empty cell, or the row in the file of a count")
			}
			if o.High != "" {
				report(o.At("high"), "", "high "+quote(o.High)+" beside "+quote(o.Value), "an empty cell, or the row in the file of a count")
			}
		}
	},
}
