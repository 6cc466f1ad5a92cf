package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var formula = Rule{
	Name:  "formula",
	Level: Error,
	About: "No cell may begin with =, +, - or @; a spreadsheet that opens the published CSV would run it as a formula.",
	Check: func(d *dataset.Dataset, report Report) {
		eachCell(d, every, func(c *cell) {
			if c.Text != "" && strings.IndexByte("=+-@", c.Text[0]) >= 0 && !harmless(c.Text) {
				report(c.at(), "", quote(c.Text), "a cell that does not begin with =, +, - or @")
			}
		})
	},
}

// harmless tells whether a text that begins with a sign is only a number or a point.
func harmless(s string) bool {
	for part := range strings.SplitSeq(s, " ") {
		if !isDecimal(strings.TrimPrefix(part, "+")) {
			return false
		}
	}
	return true
}
