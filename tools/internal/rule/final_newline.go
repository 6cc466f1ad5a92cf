package rule

import (
	"bytes"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var finalNewline = Rule{
	Name:  "final-newline",
	Level: Error,
	About: "The last line must end in a newline; without it the next person's first row is glued to it.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, file := range edited(d) {
			if data := d.Raw[file]; len(data) > 0 && !bytes.HasSuffix(data, []byte("\n")) {
				report(place(file, data, len(data)), "", "the end of the file without a newline", "a newline"+fmtDoes(file))
			}
		}
	},
}
