package rule

import (
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var noteField = Rule{
	Name:  "note-field",
	Level: Error,
	About: "A note has a title, a day, a text, and the indicators whose data are set under it; without these nobody sees where it and the data differ.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, n := range d.Notes {
			if _, err := time.Parse(time.DateOnly, n.Date); err != nil {
				report(Field(d, n.Path, "date"), "", "date "+quote(n.Date), "a day such as 2026-11-22")
			}
			if n.Text == "" && len(n.Shared) == 0 {
				report(start(n.Path), "", "no text", "two to five sentences")
			}
			if !n.IsShared() {
				checkHead(d, n, report)
			}
		}
	},
}

// checkHead checks the fields that only a country's own note has.
func checkHead(d *dataset.Dataset, n dataset.Note, report Report) {
	if n.Title == "" {
		report(Field(d, n.Path, "title"), "", "no title", "a short title that says what the note is about")
	}
	if len(n.Indicators) == 0 {
		report(Field(d, n.Path, "indicators"), "", "no indicators", "the ids of those that the note speaks of")
	}
	for _, id := range n.Indicators {
		if !known(d, id) || id == "" {
			report(Field(d, n.Path, "indicators"), "", quote(id), "an id of data/indicators.csv"+didYouMean(id, indicatorIDs(d)))
		}
	}
}
