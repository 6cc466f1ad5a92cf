package rule

import (
	"regexp"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var markup = Rule{
	Name:  "markup",
	Level: Error,
	About: "Cells hold plain text; a pasted HTML tag, entity, Markdown link, template or script address would be shown as rubbish or, worse, run.",
	Check: func(d *dataset.Dataset, report Report) {
		eachCell(d, every, func(c *cell) {
			if !mayBeMarkup(c.Text) {
				return
			}
			if found := markupIn.FindString(c.Text); found != "" && (c.column.Type != dataset.URL || found[0] != '&') {
				report(c.at(), "", quote(found)+" in "+quote(c.Text), "plain text")
			}
		})
	},
}

// markupIn matches what a browser, a Markdown reader or a template would act upon.
var markupIn = regexp.MustCompile(`(?i)</?[a-z!][^>]{0,40}>?|&(#\d+|#x[0-9a-f]+|[a-z][a-z0-9]+);|\]\([^)]{0,40}\)?|\{\{|\{%|` + "`" + `|\b(java|vb)script:|\bdata:[a-z]+/`)

var opensMarkup = [256]bool{'`': true, '<': true, '&': true, ']': true, '{': true, ':': true}

// mayBeMarkup spares most cells the regular expression.
func mayBeMarkup(s string) bool {
	for i := 0; i < len(s); i++ {
		if !opensMarkup[s[i]] {
			continue
		}
		switch s[i] {
		case '`':
			return true
		case '<', '&', ']', '{':
			if i+1 < len(s) && s[i+1] != ' ' && s[i+1] != ',' {
				return true
			}
		case ':':
			if before := strings.ToLower(s[max(0, i-len("script")):i]); before == "script" || strings.HasSuffix(before, "data") {
				return true
			}
		}
	}
	return false
}
