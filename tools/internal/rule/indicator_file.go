package rule

import (
	"path"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

const observations = "data/observations/"

var indicatorFile = Rule{
	Name:  "indicator-file",
	Level: Error,
	About: "Every file of observations must be named after an indicator; a misnamed one would be read and shown nowhere.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, t := range d.Tables {
			if !strings.HasPrefix(t.File, observations) {
				continue
			}
			id := strings.TrimSuffix(path.Base(t.File), ".csv")
			if _, ok := d.Indicator(id); !ok {
				report(start(t.File), "", quote(id)+", which is no indicator", "the name of an id of data/indicators.csv"+didYouMean(id, indicatorIDs(d)))
			}
		}
	},
}

func indicatorIDs(d *dataset.Dataset) []string {
	ids := make([]string, len(d.Indicators))
	for i, one := range d.Indicators {
		ids[i] = one.ID
	}
	return ids
}
