package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var sourceUndated = Rule{
	Name:  "source-undated",
	Level: Error,
	About: "A source without a year must be of tier 4; ranked higher, an undated page could overrule a survey of a known year.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, s := range d.Sources {
			if s.Text("year") == "" && s.Tier >= 1 && s.Tier <= 3 {
				report(s.At("year"), s.Key(), "no year in tier "+s.Text("tier"), "its year of publication, or tier 4")
			}
		}
	},
}
