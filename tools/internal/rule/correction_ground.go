package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var correctionGround = Rule{
	Name:  "correction-ground",
	Level: Error,
	About: "The source of a correction must stand in the data with what it says about that country, indicator and year, unless nothing is said any more; a log that only claims cannot be checked.",
	Check: func(d *dataset.Dataset, report Report) {
		if len(d.Corrections) == 0 {
			return
		}
		type ground struct {
			indicator, country, source, locator string
			period                              int
		}
		grounds := map[ground]bool{}
		for _, o := range d.Observations {
			grounds[ground{o.Indicator, o.Country, o.Source, o.Locator, o.Period}] = true
		}
		for _, c := range d.Corrections {
			if c.Says != noData && !grounds[ground{c.Indicator, c.Country, c.Source, c.Locator, c.Period}] {
				report(c.At("source"), "", "no statement of "+quote(c.Source)+" at "+quote(c.Locator)+" about that country and year in data/observations/"+c.Indicator+".csv",
					"a row there with the same country, period, source and locator")
			}
		}
	},
}
