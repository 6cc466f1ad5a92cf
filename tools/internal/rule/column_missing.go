package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var columnMissing = Rule{
	Name:  "column-missing",
	Level: Error,
	About: "Every column that the file is described to have must be there; without its source column a file of values would have no sources.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, t := range d.Tables {
			spec, _ := dataset.FileFor(t.File)
			if len(t.Header) == 0 {
				report(start(t.File), "", "no header", strings.Join(columnNames(spec), ","))
				continue
			}
			for _, c := range spec.Columns {
				if !t.Has(c.Name) {
					report(t.At(t.Header[0]), "", "no column "+quote(c.Name), "it: "+meaning(&c))
				}
			}
		}
	},
}
