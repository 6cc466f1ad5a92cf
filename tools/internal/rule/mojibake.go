package rule

import (
	"strings"

	"golang.org/x/text/encoding/charmap"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var mojibake = Rule{
	Name:  "mojibake",
	Level: Error,
	About: "Text must not be UTF-8 that was read as Windows-1252 and saved again; Côte d'Ivoire comes out as CÃ´te d'Ivoire.",
	Check: func(d *dataset.Dataset, report Report) {
		eachForeignCell(d, func(c *cell) {
			if strings.ContainsRune(c.Text, '\ufffd') {
				report(c.at(), "", quote(c.Text)+" with a character that was lost", "the text as the source prints it")
			} else if repaired, ok := repair(c.Text); ok {
				report(c.at(), "", quote(c.Text), "probably "+quote(repaired))
			}
		})
	},
}

// repair undoes the reading of UTF-8 as Windows-1252, if that gives UTF-8 again: real text
// with accents hardly ever does.
func repair(s string) (string, bool) {
	if !mayBeMojibake(s) {
		return "", false
	}
	bytes, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil || bytes == s {
		return "", false
	}
	repaired := strings.ToValidUTF8(bytes, "\ufffd")
	return repaired, repaired == bytes && !isASCII(bytes)
}

// mayBeMojibake looks for what the first byte of a letter becomes, followed by another.
func mayBeMojibake(s string) bool {
	first := false
	for _, r := range s {
		if first && r >= 0x80 {
			return true
		}
		first = r >= 'Â' && r <= 'ô'
	}
	return false
}
