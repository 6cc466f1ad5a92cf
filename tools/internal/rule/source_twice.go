package rule

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var sourceTwice = Rule{
	Name:  "source-twice",
	Level: Error,
	About: "A publication must have one id; under two, its statements would confirm or contest themselves.",
	Check: func(d *dataset.Dataset, report Report) {
		byWork, byAddress := map[string]dataset.Source{}, map[string]dataset.Source{}
		for _, s := range d.Sources {
			title := letters(s.Title)
			work := title + "|" + letters(s.Publisher) + "|" + s.Text("year")
			address := title + "|" + sameAddress(s.URL)
			before, twice := byWork[work]
			if !twice && s.URL != "" {
				before, twice = byAddress[address]
			}
			if twice && title != "" && before.ID != s.ID {
				report(s.At("id"), s.Key(), fmt.Sprintf("%s, the same publication as %s in line %d", quote(s.ID), quote(before.ID), before.At("id").Line), "one id for it")
				continue
			}
			byWork[work], byAddress[address] = s, s
		}
	},
}

// letters reduces a text to its letters and digits, so that only real differences count.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func sameAddress(url string) string {
	_, rest, _ := strings.Cut(strings.ToLower(url), "://")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}
