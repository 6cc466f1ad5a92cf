package rule

import (
	"fmt"
	"unicode/utf8"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// longest is how many characters a cell may hold, by the type of its column. The texts of
// the atlas are notes, not articles; most stay far below.
var longest = map[dataset.Type]int{
	dataset.Text: 600, dataset.URL: 600, dataset.Code: 60, dataset.Enum: 60, dataset.ISO3: 60,
	dataset.Number: 30, dataset.Integer: 30, dataset.Period: 30, dataset.Point: 60, dataset.Month: 30, dataset.Date: 30,
}

var cellLength = Rule{
	Name:  "cell-length",
	Level: Error,
	About: "A cell must be short enough for a table row; a pasted paragraph is a quotation, and one forgotten quotation mark makes a cell of many rows.",
	Check: func(d *dataset.Dataset, report Report) {
		eachCell(d, every, func(c *cell) {
			most, ok := longest[c.column.Type]
			if !ok {
				most = longest[dataset.Text]
			}
			if len(c.Text) > most && utf8.RuneCountInString(c.Text) > most {
				report(c.at(), c.key(), fmt.Sprintf("%d characters", utf8.RuneCountInString(c.Text)), fmt.Sprintf("at most %d", most))
			}
		})
	},
}
