package rule

import (
	"math"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var countForm = Rule{
	Name:  "count-form",
	Level: Error,
	About: "A count must be a whole number and nothing counted may be below zero; 1.234 people is a thousands separator misread.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, f := range figures(d) {
			f.each(func(column, text string, n float64) {
				switch {
				case n < 0 && (f.kind == "count" || f.kind == "score"):
					report(f.At(column), "", quote(text), "0 or more")
				case n != math.Trunc(n) && f.kind == "count":
					report(f.At(column), f.Key(), quote(text), "a whole number of "+f.unit)
				}
			})
		}
	},
}
