package rule

import (
	"fmt"
	"unicode"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var mixedScript = Rule{
	Name:  "mixed-script",
	Level: Error,
	About: "A word or code must be of one script; a Cyrillic or Greek letter that looks like a Latin one makes a key that no search finds.",
	Check: func(d *dataset.Dataset, report Report) {
		eachForeignCell(d, func(c *cell) {
			if r, script := stranger(c.Text); r != 0 {
				report(c.at(), "", fmt.Sprintf("%s with the %s letter %q (U+%04X) among Latin ones", quote(c.Text), script, r, r), "letters of one script in a word")
			}
		})
	},
}

// stranger finds a Cyrillic or Greek letter in a word that also has Latin ones.
func stranger(s string) (found rune, script string) {
	latin, other, name := false, rune(0), ""
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsMark(r):
			latin, other = false, 0
		case unicode.Is(unicode.Latin, r):
			latin = true
		case unicode.Is(unicode.Cyrillic, r):
			other, name = r, "Cyrillic"
		case unicode.Is(unicode.Greek, r):
			other, name = r, "Greek"
		}
		if latin && other != 0 {
			return other, name
		}
	}
	return 0, ""
}
