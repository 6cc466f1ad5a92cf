package rule

import (
	"fmt"

	"golang.org/x/text/unicode/norm"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var notNFC = Rule{
	Name:  "not-nfc",
	Level: Error,
	About: "Letters with accents must be single characters (Unicode NFC); two ways to write é make two names that look the same and sort apart.",
	Check: func(d *dataset.Dataset, report Report) {
		eachForeignCell(d, func(c *cell) {
			if !norm.NFC.IsNormalString(c.Text) {
				report(c.at(), "", fmt.Sprintf("%+q", c.Text), quote(norm.NFC.String(c.Text))+" in Unicode NFC")
			}
		})
	},
}
