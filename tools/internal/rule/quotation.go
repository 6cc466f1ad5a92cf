package rule

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// longestTitle is how many words in quotation marks may be the name of a table or an
// indicator, which a locator must be free to give.
const longestTitle = 12

var quotation = Rule{
	Name:  "quotation",
	Level: Error,
	About: "No sentence of a source may be copied; figures and places are facts, but a quoted passage belongs to its author.",
	Check: func(d *dataset.Dataset, report Report) {
		words := func(c *dataset.Column) bool { return prose(c) && c.Name != "title" && c.Name != "text" }
		eachCell(d, words, func(c *cell) {
			for _, quoted := range quotations(c.Text) {
				if n := len(strings.Fields(quoted)); n > longestTitle {
					report(c.at(), c.key(), fmt.Sprintf("a quotation of %d words: %s", n, quote(quoted)), fmt.Sprintf("own words; quotation marks only around names of at most %d words", longestTitle))
					return
				}
			}
		})
	},
}

// quotations gives what stands in quotation marks, if it is long enough to matter.
func quotations(s string) []string {
	if strings.Count(s, " ") < longestTitle {
		return nil
	}
	var found []string
	for i, part := range strings.Split(s, `"`) {
		if i%2 == 1 && strings.Count(part, " ") >= longestTitle {
			found = append(found, part)
		}
	}
	if !isASCII(s) {
		found = append(found, curly.FindAllString(s, -1)...)
	}
	return found
}

var curly = regexp.MustCompile(`“[^”]*”|„[^“”]*[“”]|«[^»]*»`)
