package rule

import (
	"fmt"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var sourceMonth = Rule{
	Name:  "source-month",
	Level: Error,
	About: "The month in which a source was read must be one, after it appeared and not after the edition; a wrong one makes a dead address untraceable.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, s := range d.Sources {
			switch month, err := time.Parse("2006-01", s.Accessed); {
			case s.Accessed == "":
			case err != nil:
				report(s.At("accessed"), "", quote(s.Accessed), `a month such as "2026-11"`)
			case s.Year > month.Year():
				report(s.At("accessed"), "", fmt.Sprintf("%s, before it appeared in %d", quote(s.Accessed), s.Year), "the month in which it was read")
			case afterEdition(d, s.Accessed):
				report(s.At("accessed"), "", quote(s.Accessed)+", after the edition of "+d.Edition.Date, "the month in which it was read")
			}
		}
	},
}

// afterEdition compares a valid month with the edition's date, if that is one.
func afterEdition(d *dataset.Dataset, month string) bool {
	_, err := time.Parse(time.DateOnly, d.Edition.Date)
	return err == nil && month > d.Edition.Date[:len(month)]
}
