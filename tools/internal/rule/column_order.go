package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var columnOrder = Rule{
	Name:  "column-order",
	Level: Error,
	About: "Columns must stand in the order of their description; a row typed by the order that everyone knows would land in the wrong cells.",
	Check: func(d *dataset.Dataset, report Report) {
		eachHeader(d, func(t *csvfile.Table, spec dataset.File) {
			last := -1
			for _, head := range t.Header {
				at := indexOf(spec, head.Text)
				if at >= 0 && at < last {
					report(t.At(head), "", "column "+quote(head.Text)+" too far back", strings.Join(columnNames(spec), ",")+byFmt)
					return
				}
				last = max(last, at)
			}
		})
	},
}

func indexOf(spec dataset.File, column string) int {
	for i, c := range spec.Columns {
		if c.Name == column {
			return i
		}
	}
	return -1
}
