package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var emptyCell = Rule{
	Name:  "empty-cell",
	Level: Error,
	About: "A required cell must not be empty; a value whose source or year was forgotten can be neither shown nor checked.",
	Check: func(d *dataset.Dataset, report Report) {
		required := func(c *dataset.Column) bool { return c.Required }
		eachCell(d, required, func(c *cell) {
			if strings.TrimSpace(c.Text) == "" {
				report(c.at(), "", "no "+c.column.Name, meaning(c.column))
			}
		})
	},
}
