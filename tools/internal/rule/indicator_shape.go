package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var indicatorShape = Rule{
	Name:  "indicator-shape",
	Level: Error,
	About: "An indicator's unit and palette must fit its kind; a share drawn in yes-no colours, or people counted in percent, would mislead every reader of its map.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, i := range d.Indicators {
			units, palette := []string{"people", "sites"}, "sequential"
			switch i.Kind {
			case "availability":
				units, palette = []string{""}, "yes-no"
			case "percentage":
				units = []string{"percent"}
			case "score":
				units = []string{"per-person-per-year"}
			case "count":
			default:
				continue // the vocabulary's to tell
			}
			shape(i, "unit", i.Unit, units, report)
			shape(i, "palette", i.Palette, []string{palette}, report)
		}
	},
}

func shape(i dataset.Indicator, column, got string, wanted []string, report Report) {
	for _, w := range wanted {
		if got == w {
			return
		}
	}
	want := oneOf(wanted)
	if want == "" {
		want = "no " + column
	}
	report(i.At(column), "", fmt.Sprintf("%s %s for kind %s", column, quote(got), i.Kind), want)
}
