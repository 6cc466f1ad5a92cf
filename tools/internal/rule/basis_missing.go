package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var basisMissing = Rule{
	Name:  "basis-missing",
	Level: Error,
	About: "A share of women in treatment must say who was counted; of all clients and of new entrants are different numbers that may never stand in one series.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, o := range d.Observations {
			if o.Basis == "" && dataset.BasisRequired[o.Indicator] {
				report(o.At("basis"), "", "no basis", oneOf(bases()))
			}
		}
	},
}

func bases() []string {
	return append(append([]string{}, dataset.NationalBases...), dataset.PartialBases...)
}
