package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var basisMisplaced = Rule{
	Name:  "basis-misplaced",
	Level: Error,
	About: "Whether a service exists has no basis but subnational; another one means that the row was typed into the wrong file.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, o := range d.Observations {
			i, ok := d.Indicator(o.Indicator)
			if ok && !i.Counts() && o.Basis != "" && o.Basis != "subnational" {
				report(o.At("basis"), "", quote(o.Basis)+" for a yes, no or unknown", "an empty cell, or subnational for a part of the country")
			}
		}
	},
}
