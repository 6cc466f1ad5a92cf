package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var sourceUnknown = Rule{
	Name:  "source-unknown",
	Level: Error,
	About: "Every source id must stand in sources.csv; a misspelt one would leave a value without a source.",
	Check: func(d *dataset.Dataset, report Report) {
		ids := sourceIDs(d)
		for _, r := range cites(d) {
			if id := r.Text("source"); id != "" {
				if _, ok := d.Source(id); !ok {
					report(r.At("source"), "", fmt.Sprintf("%q", id), "an id of data/sources.csv"+didYouMean(id, ids)+bySourceAdd)
				}
			}
		}
	},
}

// sourceIDs gives the ids of sources.csv, in its order.
func sourceIDs(d *dataset.Dataset) []string {
	ids := make([]string, len(d.Sources))
	for i, s := range d.Sources {
		ids[i] = s.ID
	}
	return ids
}

// cites gives every row that names a source.
func cites(d *dataset.Dataset) []dataset.Row {
	rows := make([]dataset.Row, 0, len(d.Observations)+len(d.Totals)+len(d.Aggregates)+len(d.Thresholds)+len(d.LeftOut)+len(d.Corrections))
	for _, o := range d.Observations {
		rows = append(rows, o.Row)
	}
	for _, t := range d.Totals {
		rows = append(rows, t.Row)
	}
	for _, a := range d.Aggregates {
		rows = append(rows, a.Row)
	}
	for _, t := range d.Thresholds {
		rows = append(rows, t.Row)
	}
	for _, l := range d.LeftOut {
		rows = append(rows, l.Row)
	}
	for _, c := range d.Corrections {
		rows = append(rows, c.Row)
	}
	return rows
}
