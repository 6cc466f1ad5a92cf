package rule

import (
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/nearest"
)

var remarkLanguage = Rule{
	Name:  "remark-language",
	Level: Error,
	About: "A file of data/remarks/ is named after a language of the site, and not after English, in which remarks are written; a file with another name would be read by nobody.",
	Check: func(d *dataset.Dataset, report Report) {
		others := dataset.Languages[1:]
		for _, t := range d.Tables {
			name, ok := strings.CutPrefix(t.File, dataset.RemarksFolder)
			lang := strings.TrimSuffix(name, ".csv")
			if ok && !slices.Contains(others, lang) {
				report(start(t.File), "", quote(lang), strings.Join(others, ", ")+nearest.DidYouMean(lang, others))
			}
		}
	},
}
