package rule

import (
	"fmt"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var threshold = Rule{
	Name:  "threshold",
	Level: Error,
	About: "A threshold must divide the numbers of an indicator, and low must not lie above high; otherwise a country would read as low and high at once.",
	Check: func(d *dataset.Dataset, report Report) {
		var counted []string
		for _, i := range d.Indicators {
			if i.Counts() {
				counted = append(counted, i.ID)
			}
		}
		low := map[string]float64{}
		for _, t := range d.Thresholds {
			if t.Indicator != "" && !slices.Contains(counted, t.Indicator) {
				report(t.At("indicator"), "", quote(t.Indicator), "an indicator of data/indicators.csv with numbers"+didYouMean(t.Indicator, counted))
			}
			if n, ok := number(t.Value); ok && t.Limit == "low" {
				low[t.Indicator] = n
			}
		}
		for _, t := range d.Thresholds {
			least, known := low[t.Indicator]
			if n, ok := number(t.Value); ok && known && t.Limit == "high" && n < least {
				report(t.At("value"), "", fmt.Sprintf("high %s below low %v", t.Value, least), "low ≤ high")
			}
		}
	},
}
