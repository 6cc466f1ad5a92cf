package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var scopeUnknown = Rule{
	Name:  "scope-unknown",
	Level: Error,
	About: "A total must be about the world, a region of the atlas or other:name; under a region's old name it would never be reconciled.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, t := range d.Totals {
			_, region := d.Region(t.Scope)
			if t.Scope == "" || t.Scope == "world" || region || isOther(t.Scope) {
				continue
			}
			hint := meantRegion(d, t.Scope)
			if hint == "" {
				hint = didYouMean(t.Scope, []string{"world"})
			}
			report(t.At("scope"), "", quote(t.Scope), "world, an id of data/regions.csv, or other:name"+hint)
		}
	},
}
