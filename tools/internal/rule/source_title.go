package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var sourceTitle = Rule{
	Name:  "source-title",
	Level: Error,
	About: "A title must be the publication's own; an address, a file name or the id in its place gives a citation that no library finds.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, s := range d.Sources {
			lower := strings.ToLower(s.Title)
			switch {
			case strings.Contains(lower, "://") || strings.HasPrefix(lower, "www."):
				report(s.At("title"), s.Key(), "an address in "+quote(s.Title), "the title as it is printed")
			case !strings.Contains(lower, " ") && hasEnding(lower, ".pdf", ".md", ".csv", ".html", ".xlsx", ".docx"):
				report(s.At("title"), s.Key(), "a file name, "+quote(s.Title), "the title as it is printed")
			case s.Title != "" && s.Title == s.ID:
				report(s.At("title"), s.Key(), "the id, "+quote(s.Title), "the title as it is printed")
			}
		}
	},
}

func hasEnding(s string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}
