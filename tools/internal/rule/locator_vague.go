package rule

import (
	"regexp"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// vague are words that send a reader through the whole publication, or to none.
var vague = strings.Split("text,body,main text,document,whole document,full text,page,website,web,web page,webpage,site,online,"+
	"pdf,html,source,report,see source,see above,above,ibid,ibid.,id.,idem,op. cit.,op cit,passim,various,throughout,unknown,link,url,file,data", ",")

var locatorVague = Rule{
	Name:  "locator-vague",
	Level: Error,
	About: "A locator must be a place that a reader of the publication can find; text, ibid or a path in somebody's repository leads nowhere.",
	Check: func(d *dataset.Dataset, report Report) {
		locator := func(c *dataset.Column) bool { return c.Name == "locator" }
		eachCell(d, locator, func(c *cell) {
			if len(c.Text) < 20 && slices.Contains(vague, strings.ToLower(c.Text)) || isAddress(c.Text) || strings.Contains(c.Text, "/") && repository.MatchString(c.Text) {
				report(c.at(), c.key(), quote(c.Text), "a place in the publication, such as \"Table 2.1, p. 34, row of the country\"")
			}
		})
	},
}

func isAddress(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")) && !strings.Contains(s, " ")
}

// repository matches a file in a folder, which only whoever copied the source has.
var repository = regexp.MustCompile(`(?i)(^|\s)[\w.-]+/[\w./-]*\.(md|csv|tsv|json|txt|py|xlsx?|go|html?)\b|github\.com/|/blob/`)
