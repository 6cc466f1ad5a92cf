package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var rowLength = Rule{
	Name:  "row-length",
	Level: Error,
	About: "A row must have one cell for each column; a comma too few or too many shifts the note into the source.",
	Check: func(d *dataset.Dataset, report Report) {
		eachHeader(d, func(t *csvfile.Table, _ dataset.File) {
			for _, row := range t.Rows {
				switch n, columns := len(row), len(t.Header); {
				case n < columns:
					report(t.At(row[n-1]), "", fmt.Sprintf("a row that ends after %d cells", n), fmt.Sprintf("%d, empty ones included", columns))
				case n > columns:
					report(t.At(row[columns]), "", fmt.Sprintf("a row of %d cells", n),
						fmt.Sprintf("%d; quotes around a text that holds a comma", columns))
				}
			}
		})
	},
}
