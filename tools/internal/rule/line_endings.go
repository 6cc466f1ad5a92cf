package rule

import (
	"bytes"
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var lineEndings = Rule{
	Name:  "line-endings",
	Level: Error,
	About: "Lines must end in LF alone; a file saved with CR LF shows every row as changed to whoever reviews it.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, file := range edited(d) {
			if n := bytes.Count(d.Raw[file], []byte("\r\n")); n > 0 {
				at := place(file, d.Raw[file], bytes.Index(d.Raw[file], []byte("\r\n")))
				report(at, "", fmt.Sprintf("CR LF at the end of %d lines, the first here", n), "LF alone"+fmtDoes(file))
			}
		}
	},
}
