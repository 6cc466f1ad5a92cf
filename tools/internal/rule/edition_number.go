package rule

import (
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var editionNumber = Rule{
	Name:  "edition-number",
	Level: Error,
	About: "The edition's number must be the year of its date, a point and a count; one kept from last year would overwrite that year's frozen edition.",
	Check: func(d *dataset.Dataset, report Report) {
		number := d.Edition.Number
		year, _, _ := strings.Cut(number, ".")
		switch {
		case number == "":
		case !isEdition(number):
			report(Field(d, dataset.EditionFile, "number"), "", quote(number), `year and count, such as "2026.1"`)
		case d.Edition.Year() > 0 && year != strconv.Itoa(d.Edition.Year()):
			report(Field(d, dataset.EditionFile, "number"), "", quote(number)+", dated "+d.Edition.Date, "one year in both")
		}
	},
}

// isEdition tells whether a text is the number of an edition: 2026.1.
func isEdition(s string) bool {
	year, count, _ := strings.Cut(s, ".")
	return len(year) == 4 && isDigits(year) && isDigits(count) && count[0] != '0'
}
