package rule

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var spaces = Rule{
	Name:  "spaces",
	Level: Error,
	About: `No space may stand around a cell and no two in a row; "nsp " and "nsp" are different keys that look alike.`,
	Check: func(d *dataset.Dataset, report Report) {
		eachCell(d, every, func(c *cell) {
			switch {
			case spaceAround(c.Text):
				report(c.at(), "", quote(c.Text)+" with a space around it", "none"+byFmt)
			case strings.Contains(c.Text, "  "):
				report(c.at(), "", quote(c.Text)+" with two spaces in a row", "one")
			}
		})
	},
}

func spaceAround(s string) bool {
	if s == "" || isPlain(s[0]) && isPlain(s[len(s)-1]) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(first) || unicode.IsSpace(last)
}

// isPlain tells whether a byte is a visible ASCII character.
func isPlain(b byte) bool { return b > ' ' && b < 0x7f }
