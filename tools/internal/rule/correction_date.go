package rule

import (
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var correctionDate = Rule{
	Name:  "correction-date",
	Level: Error,
	About: "A correction must name the day on which it was made, and the edition or the day since when the atlas was wrong; a later or impossible one hides how long readers were misled.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, c := range d.Corrections {
			switch {
			case c.Corrected == "":
				continue
			case !isDay(c.Corrected):
				report(c.At("corrected"), "", quote(c.Corrected), `a day such as "2026-11-22"`)
				continue
			case afterEdition(d, c.Corrected):
				report(c.At("corrected"), "", quote(c.Corrected)+", after the edition of "+d.Edition.Date, "the day on which it was put right")
			}
			switch {
			case c.Since == "" || isEdition(c.Since):
			case !isDay(c.Since):
				report(c.At("since"), "", quote(c.Since), `an edition such as "2026.1", or a day such as "2026-11-22"`)
			case c.Since > c.Corrected:
				report(c.At("since"), "", quote(c.Since)+", after it was corrected on "+c.Corrected, "the day on which the mistake was published")
			}
		}
	},
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
