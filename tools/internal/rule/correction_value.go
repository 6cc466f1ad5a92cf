package rule

import (
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var correctionValue = Rule{
	Name:  "correction-value",
	Level: Error,
	About: "What the atlas said and says must each be something that it can say of the indicator, and not the same; anything else is a remark, and belongs in the note.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, c := range d.Corrections {
			i, ok := d.Indicator(c.Indicator)
			if !ok {
				continue
			}
			for _, column := range []string{"said", "says"} {
				if text := c.Text(column); text != "" && !canBeSaid(i, text) {
					report(c.At(column), "", quote(text), sayable(i))
				}
			}
			if c.Said == c.Says && c.Said != "" {
				report(c.At("says"), "", quote(c.Says)+", as before", "what the atlas says since the correction")
			}
		}
	},
}

// noData is what the atlas says where it knows nothing, of answers and of numbers.
const noData = "no-data"

func canBeSaid(i dataset.Indicator, text string) bool {
	if !i.Counts() || text == noData {
		return slices.Contains(dataset.Statuses, text) && (!i.Counts() || text == noData)
	}
	low, high, isRange := strings.Cut(text, "-")
	_, first := number(low)
	_, last := number(high)
	return first && (last || !isRange)
}

func sayable(i dataset.Indicator) string {
	if i.Counts() {
		return `a number, a range such as "10-20", or ` + noData
	}
	return oneOf(dataset.Statuses)
}
