package rule

import (
	"strconv"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// firstYear is the earliest that a value can be about: needle programmes began in 1983, and
// opioid agonist therapy is recorded by the sources from about 1980 on.
const firstYear = 1980

var period = Rule{
	Name:  "period",
	Level: Error,
	About: "A year must be four digits, from 1980 to the edition's year; a typing slip such as 2204 would be the latest value for ever.",
	Check: func(d *dataset.Dataset, report Report) {
		first, last := strconv.Itoa(firstYear), strconv.Itoa(d.Edition.Year())
		eachCell(d, ofType(dataset.Period), func(c *cell) {
			switch year := c.Text; {
			case year == "":
			case len(year) != 4 || !isDigits(year):
				report(c.at(), "", quote(year), "one year in four digits, such as 2024")
			case year < first:
				report(c.at(), "", quote(year), "a year from "+first+" on")
			case len(last) == 4 && year > last:
				report(c.at(), "", quote(year), "a year no later than the edition's, "+last)
			}
		})
	},
}
