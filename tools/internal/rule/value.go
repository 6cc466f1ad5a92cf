package rule

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var value = Rule{
	Name:  "value",
	Level: Error,
	About: "An availability is yes, no or unknown; any other word would be drawn as no data.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, o := range d.Observations {
			i, known := d.Indicator(o.Indicator)
			if known && !i.Counts() && !slices.Contains(dataset.Answers, o.Value) {
				report(o.At("value"), o.Key(), quote(o.Value), oneOf(dataset.Answers)+didYouMean(o.Value, dataset.Answers))
			}
		}
	},
}
