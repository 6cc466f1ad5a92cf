package rule

import (
	"golang.org/x/text/language"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var sourceLanguage = Rule{
	Name:  "source-language",
	Level: Error,
	About: "A source's language must be its two-letter ISO 639-1 code; sp for Spanish or UK for Ukrainian would make a reader's computer pronounce the title wrongly.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, s := range d.Sources {
			if s.Language != "" && !isLanguage(s.Language) {
				report(s.At("language"), "", quote(s.Language), `a code of ISO 639-1 in small letters, such as "en", "es" or "uk"`)
			}
		}
	},
}

func isLanguage(code string) bool {
	base, err := language.ParseBase(code)
	return err == nil && len(code) == 2 && base.String() == code
}
