package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var sourceUndated = Rule{
	Name:  "source-undated",
	Level: Error,
	About: "A source of tier 1 or 2 without a year must say in its note why; a year simply forgotten would let a value be about any time.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, s := range d.Sources {
			if s.Text("year") == "" && s.Note == "" && (s.Tier == 1 || s.Tier == 2) {
				report(s.At("year"), s.Key(), "no year in tier "+s.Text("tier")+" and no note", "its year of publication, or a note that says why there is none")
			}
		}
	},
}
