package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var orderGap = Rule{
	Name:  "order-gap",
	Level: Error,
	About: "Regions and indicators must be numbered 1, 2, 3 without a gap or a repeat; two with one number would change places from build to build.",
	Check: func(d *dataset.Dataset, report Report) {
		eachHeader(d, func(t *csvfile.Table, spec dataset.File) {
			if _, ok := spec.Column("order"); !ok || !t.Has("order") {
				return
			}
			seen := map[string]bool{}
			for i := range t.Rows {
				seen[t.Cell(i, "order").Text] = true
			}
			for i := range t.Rows {
				if want := fmt.Sprint(i + 1); !seen[want] {
					c := t.Cell(i, "order")
					report(t.At(c), "", fmt.Sprintf("order %s, and no %s in the file", quote(c.Text), want), fmt.Sprintf("each of 1 to %d once", len(t.Rows)))
				}
			}
		})
	},
}
