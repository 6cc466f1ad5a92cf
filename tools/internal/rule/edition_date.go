package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var editionDate = Rule{
	Name:  "edition-date",
	Level: Error,
	About: "The edition's date must be a day that exists; every age is counted from it, and the 31st of November would make nothing old.",
	Check: func(d *dataset.Dataset, report Report) {
		if date := d.Edition.Date; date != "" && !isDay(date) {
			report(Field(d, dataset.EditionFile, "date"), "", quote(date), `a day such as "2026-11-22"`)
		}
	},
}
