package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

// The years after which a value may be called old.
const fewestYears, mostYears = 1, 20

var staleYears = Rule{
	Name:  "stale-years",
	Level: Error,
	About: "A value must become old after 1 to 20 years; with 0 every value is old, with 80 a yes of 1990 reads like a fresh one.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, i := range d.Indicators {
			if text := i.Text("stale_after_years"); isDigits(text) && (i.StaleAfter < fewestYears || i.StaleAfter > mostYears) {
				report(i.At("stale_after_years"), "", quote(text), "1 to 20 years")
			}
		}
	},
}
