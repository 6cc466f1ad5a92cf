package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var rangeHalf = Rule{
	Name:  "range-half",
	Level: Error,
	About: "A range must have both ends; with one end forgotten it would be drawn as reaching to nothing.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, f := range figures(d) {
			if f.kind == "" {
				continue // an aggregate may say "more than 5 times"
			}
			low, high := f.Text("low"), f.Text("high")
			if low != "" && high == "" {
				report(f.At("high"), f.Key(), "low "+quote(low)+" without high", "both ends of the range, or neither")
			}
			if low == "" && high != "" {
				report(f.At("low"), f.Key(), "high "+quote(high)+" without low", "both ends of the range, or neither")
			}
		}
	},
}
