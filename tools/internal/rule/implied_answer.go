package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var impliedAnswer = Rule{
	Name:  "implied-answer",
	Level: Error,
	About: "A count above zero implies only yes; a no or unknown called implied is a conclusion of ours and must be derived.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, o := range d.Observations {
			if o.Confidence == "implied" && (o.Value == "no" || o.Value == "unknown") {
				report(o.At("confidence"), o.Key(), "implied "+quote(o.Value), "stated or derived")
			}
		}
	},
}
