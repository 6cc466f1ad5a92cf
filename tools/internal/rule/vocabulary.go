package rule

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var vocabulary = Rule{
	Name:  "vocabulary",
	Level: Error,
	About: "A column with a fixed list of words must hold one of them; a tier, unit or confidence that nobody defined would be passed over when a status is concluded.",
	Check: func(d *dataset.Dataset, report Report) {
		listed := func(c *dataset.Column) bool { return c.Type == dataset.Enum && len(c.Values) > 0 }
		eachCell(d, listed, func(c *cell) {
			if c.Text != "" && !slices.Contains(c.column.Values, c.Text) {
				report(c.at(), "", c.column.Name+" "+quote(c.Text), oneOf(c.column.Values)+didYouMean(c.Text, c.column.Values))
			}
		})
	},
}
