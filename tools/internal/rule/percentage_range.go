package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var percentageRange = Rule{
	Name:  "percentage-range",
	Level: Error,
	About: "A percentage must lie between 0 and 100; 125 is a typing slip for 12.5 or a count in the wrong file.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, f := range figures(d) {
			if f.kind != "percentage" {
				continue
			}
			f.each(func(column, text string, n float64) {
				if n < 0 || n > 100 {
					report(f.At(column), "", quote(text), "0 to 100")
				}
			})
		}
	},
}
