package rule

import (
	"regexp"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var localPath = Rule{
	Name:  "local-path",
	Level: Error,
	About: "No cell may name a path of someone's own computer; a reader can't open it, and it tells who sat there.",
	Check: func(d *dataset.Dataset, report Report) {
		eachCell(d, every, func(c *cell) {
			if !mayBePath(c.Text) {
				return
			}
			if found := pathIn.FindStringSubmatch(c.Text); found != nil {
				report(c.at(), "", quote(found[1]), "a place that every reader can reach")
			}
		})
	},
}

var pathIn = regexp.MustCompile(`(?i)(?:^|[\s"'(])(file:/|[a-z]:\\|\\\\\w|~/|/(?:home|users|root|tmp|var|mnt|media|private|workspace|work|opt|usr)/)`)

// mayBePath spares most cells the regular expression.
func mayBePath(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' || s[i] == '/' && (i == 0 || strings.IndexByte(" \t\"'(~", s[i-1]) >= 0 || i >= 5 && strings.EqualFold(s[i-5:i], "file:")) {
			return true
		}
	}
	return false
}
