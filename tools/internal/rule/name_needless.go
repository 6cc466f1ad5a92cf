package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var nameNeedless = Rule{
	Name:  "name-needless",
	Level: Warning,
	About: "A name in names.csv must differ from CLDR's; one that repeats it would hide CLDR's next correction.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, n := range d.Names {
			c, ok := d.Country(n.ISO3)
			if ok && n.Text != "" && d.Territories[n.Lang][c.ISO2] == n.Text {
				report(n.At("text"), n.Key(), quote(n.Text)+", which CLDR says already", "another name, or no row")
			}
		}
	},
}
