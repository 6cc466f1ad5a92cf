package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var regionEmpty = Rule{
	Name:  "region-empty",
	Level: Error,
	About: "Every region must have a country; a renamed region that its countries do not follow would leave an empty page.",
	Check: func(d *dataset.Dataset, report Report) {
		used := map[string]bool{}
		for _, c := range d.Countries {
			used[c.Region] = true
		}
		for _, r := range d.Regions {
			if r.ID != "" && !used[r.ID] {
				report(r.At("id"), "", "no country in region "+quote(r.ID), "at least one in data/countries.csv")
			}
		}
	},
}
