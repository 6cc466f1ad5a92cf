package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var unsorted = Rule{
	Name:  "unsorted",
	Level: Error,
	About: "Rows stand in the order of their key, so that two people's additions merge and a reviewer sees only what changed.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, t := range d.Tables {
			spec, _ := dataset.FileFor(t.File)
			for i := 1; i < len(t.Rows); i++ {
				if dataset.Less(t, spec, i, i-1) {
					report(t.At(t.Rows[i][0]), "", "a row that belongs further up",
						"rows ordered by "+strings.Join(spec.Key, ", ")+byFmt)
				}
			}
		}
	},
}
