package rule

import (
	"bytes"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var byteOrderMark = Rule{
	Name:  "byte-order-mark",
	Level: Error,
	About: "A file must not begin with a byte order mark; spreadsheets add one, and other programs then read a first column of another name.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, file := range edited(d) {
			if bytes.HasPrefix(d.Raw[file], []byte("\ufeff")) {
				report(start(file), "", "a byte order mark", "UTF-8 without it"+fmtDoes(file))
			}
		}
	},
}
