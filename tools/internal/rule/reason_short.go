package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// fewestWords is what it takes to say why.
const fewestWords = 3

var reasonShort = Rule{
	Name:  "reason-short",
	Level: Error,
	About: "A reason must be a sentence that convinces a later reader; wrong or see above explains nothing next year.",
	Check: func(d *dataset.Dataset, report Report) {
		reason := func(c *dataset.Column) bool { return c.Name == "reason" }
		eachCell(d, reason, func(c *cell) {
			if n := len(strings.Fields(c.Text)); n > 0 && n < fewestWords {
				report(c.at(), "", quote(c.Text), "a reason of three words or more")
			}
		})
	},
}
