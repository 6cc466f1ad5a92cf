package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// largest is what no country can reach: the whole world has about 14 million people who
// inject drugs (World Drug Report), and no country counts sites by the hundred thousand.
var largest = map[string]float64{"people": 14_000_000, "sites": 100_000}

var countTooLarge = Rule{
	Name:  "count-too-large",
	Level: Error,
	About: "A country's count must be smaller than the world's; two numbers run together, or a digit too many, would outshine every other country.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, f := range figures(d) {
			most, limited := largest[f.unit]
			f.each(func(column, text string, n float64) {
				if limited && n > most {
					report(f.At(column), f.Key(), quote(text)+" "+f.unit, fmt.Sprintf("at most %.0f", most))
				}
			})
		}
	},
}
