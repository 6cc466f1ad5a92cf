package rule

import (
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var basisUnknown = Rule{
	Name:  "basis-unknown",
	Level: Error,
	About: "A basis must be one that the atlas can rank; under another word a value would never lead a headline, or lead it wrongly.",
	Check: func(d *dataset.Dataset, report Report) {
		valid := bases()
		basis := func(c *dataset.Column) bool { return c.Name == "basis" }
		eachCell(d, basis, func(c *cell) {
			if c.Text != "" && !slices.Contains(valid, c.Text) {
				report(c.at(), "", quote(c.Text), oneOf(valid)+didYouMean(strings.NewReplacer(" ", "_", "-", "_").Replace(c.Text), valid))
			}
		})
	},
}
