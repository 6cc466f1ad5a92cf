package rule

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var controlCharacter = Rule{
	Name:  "control-character",
	Level: Error,
	About: "No cell may hold a line break, a control, an invisible or a direction-changing character; copied from a PDF they make equal texts differ, or text read other than it is.",
	Check: func(d *dataset.Dataset, report Report) {
		eachCell(d, every, func(c *cell) {
			text := c.Text
			if cellLang(c) == "ar" {
				text = marks.Replace(text)
			}
			if r, found := hidden(text); found {
				report(c.at(), "", fmt.Sprintf("%s with %s", quote(c.Text), nameHidden(r)), "only characters that can be seen")
			}
		})
	},
}

// marks hold a number beside a Latin code in its place within Arabic. They turn nothing round, as
// the direction controls proper do.
var marks = strings.NewReplacer("\u200e", "", "\u200f", "")

// hidden finds the first character that nobody sees.
func hidden(s string) (rune, bool) {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] == 0x7f {
			return rune(s[i]), true
		}
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return 0, false
	}
	for _, r := range s {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Zl, unicode.Zp) && r != joiner && r != nonJoiner {
			return r, true
		}
	}
	return 0, false
}

// Persian and some Indian languages cannot be written without these.
const nonJoiner, joiner = '\u200c', '\u200d'

func nameHidden(r rune) string {
	kind := "an invisible character"
	switch {
	case r == '\n' || r == '\r' || unicode.In(r, unicode.Zl, unicode.Zp):
		kind = "a line break"
	case unicode.Is(unicode.Cc, r):
		kind = "a control character"
	case unicode.Is(unicode.Bidi_Control, r):
		kind = "a direction control"
	}
	return fmt.Sprintf("%s (U+%04X)", kind, r)
}
