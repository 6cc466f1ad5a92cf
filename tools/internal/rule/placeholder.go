package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// placeholders are what people and spreadsheets write where nothing is known.
var placeholders = []string{
	"n/a", "#n/a", "null", "nan", "none", "nil", "tbd", "tba", "todo", "xxx", "-", "--", "–", "—", "?", "??", ".", "…",
	"#ref!", "#value!", "#name?", "#div/0!", "#num!", "#null!",
}

var placeholder = Rule{
	Name:  "placeholder",
	Level: Error,
	About: `A cell of which the content is not known stays empty; "n/a", "TBD" or a spreadsheet's #REF! would be published as a fact.`,
	Check: func(d *dataset.Dataset, report Report) {
		eachCell(d, prose, func(c *cell) {
			if len(c.Text) > len("#value!") || c.column.Name == "value" {
				return
			}
			for _, p := range placeholders {
				if strings.EqualFold(c.Text, p) {
					report(c.at(), "", quote(c.Text), "what it stands for, or an empty cell")
				}
			}
		})
	},
}
