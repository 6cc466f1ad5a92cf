package rule

import (
	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var columnUnknown = Rule{
	Name:  "column-unknown",
	Level: Error,
	About: "Every column must be one that the file is described to have; a misspelt one would be ignored with all that stands in it.",
	Check: func(d *dataset.Dataset, report Report) {
		eachHeader(d, func(t *csvfile.Table, spec dataset.File) {
			for _, head := range t.Header {
				if _, ok := spec.Column(head.Text); !ok {
					report(t.At(head), "", "column "+quote(head.Text), oneOf(columnNames(spec))+didYouMean(head.Text, columnNames(spec)))
				}
			}
		})
	},
}

// eachHeader visits the tables that have a header.
func eachHeader(d *dataset.Dataset, visit func(*csvfile.Table, dataset.File)) {
	for _, t := range d.Tables {
		if spec, ok := dataset.FileFor(t.File); ok && len(t.Header) > 0 {
			visit(t, spec)
		}
	}
}

func columnNames(spec dataset.File) []string {
	names := make([]string, len(spec.Columns))
	for i, c := range spec.Columns {
		names[i] = c.Name
	}
	return names
}
