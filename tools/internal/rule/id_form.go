package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var idForm = Rule{
	Name:  "id-form",
	Level: Error,
	About: "An id must be of lower-case letters, digits and single hyphens, for it becomes an address and a file name; a slash or a space would break both.",
	Check: func(d *dataset.Dataset, report Report) {
		ids := func(c *dataset.Column) bool { return c.Type == dataset.Code && c.Name == "id" }
		eachCell(d, ids, func(c *cell) {
			if c.Text != "" && !isID(c.Text) {
				report(c.at(), "", quote(c.Text), "lower-case letters, digits and single hyphens between them"+meantID(c.Text))
			}
		})
	},
}

func isID(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return s != "" && s[0] != '-' && s[len(s)-1] != '-' && !strings.Contains(s, "--")
}

// meantID offers the id with other characters turned into hyphens.
func meantID(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	if id := strings.Join(words, "-"); isASCII(s) && isID(id) && len(s) < 60 {
		return ` (did you mean "` + id + `"?)`
	}
	return ""
}
