package rule

import (
	"fmt"

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
		last := d.Edition.Year()
		eachCell(d, ofType(dataset.Period), func(c cell) {
			switch year := c.Text; {
			case year == "":
			case len(year) != 4 || !isDigits(year):
				report(c.at(), "", quote(year), "one year in four digits, such as 2024")
			case year < fmt.Sprint(firstYear):
				report(c.at(), "", quote(year), fmt.Sprintf("a year from %d on", firstYear))
			case last > 0 && year > fmt.Sprintf("%04d", last):
				report(c.at(), "", quote(year), fmt.Sprintf("a year no later than the edition's, %d", last))
			}
		})
	},
}
