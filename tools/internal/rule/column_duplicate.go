package rule

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var columnDuplicate = Rule{
	Name:  "column-duplicate",
	Level: Error,
	About: "A column must stand once; of two with one name the second would be ignored with all that stands in it.",
	Check: func(d *dataset.Dataset, report Report) {
		eachHeader(d, func(t *csvfile.Table, _ dataset.File) {
			for i, head := range t.Header {
				if slices.ContainsFunc(t.Header[:i], func(c csvfile.Cell) bool { return c.Text == head.Text }) {
					report(t.At(head), "", "column "+quote(head.Text)+" a second time", "each column once")
				}
			}
		})
	},
}
