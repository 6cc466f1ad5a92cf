package rule

import (
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var noteSource = Rule{
	Name:  "note-source",
	Level: Error,
	About: "Every note names its sources, and each stands in sources.csv; no sentence about a country is published on somebody's word alone.",
	Check: func(d *dataset.Dataset, report Report) {
		ids := sourceIDs(d)
		for _, n := range d.Notes {
			if len(n.Sources) == 0 && (n.Text != "" || len(n.Shared) == 0) {
				report(Field(d, n.Path, "sources"), "", "no sources", "the ids of the publications that the note rests on")
			}
			for _, id := range n.Sources {
				if _, ok := d.Source(id); !ok {
					report(Field(d, n.Path, "sources"), "", quote(id), "an id of data/sources.csv"+didYouMean(id, ids)+bySourceAdd)
				}
			}
		}
	},
}
