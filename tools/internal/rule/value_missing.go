package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var valueMissing = Rule{
	Name:  "value-missing",
	Level: Error,
	About: "A row about a number must give a value or a range; an empty one would claim a source for nothing.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, f := range figures(d) {
			if f.Text("value") == "" && f.Text("low") == "" && f.Text("high") == "" {
				report(f.At("value"), "", "no value and no range", "a number, or low and high")
			}
		}
	},
}
