package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var duplicateID = Rule{
	Name:  "duplicate-id",
	Level: Error,
	About: "An id must stand once in its file; of two rows with one id only the first is ever used.",
	Check: func(d *dataset.Dataset, report Report) {
		eachHeader(d, func(t *csvfile.Table, spec dataset.File) {
			if name := spec.Columns[0].Name; name != "id" && name != "area" || spec.Path == linesFile || !t.Has(name) {
				return
			}
			first := map[string]int{}
			for i := range t.Rows {
				c := t.Cell(i, spec.Columns[0].Name)
				if line, twice := first[c.Text]; twice && c.Text != "" {
					report(t.At(c), "", fmt.Sprintf("%s again after line %d", quote(c.Text), line), "another id, or one row")
				} else {
					first[c.Text] = c.Line
				}
			}
		})
	},
}
