package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var nameAmbiguous = Rule{
	Name:  "name-ambiguous",
	Level: Error,
	About: "A name must lead to one country; an alias that two share would send a reader, or an imported row, to the wrong one.",
	Check: func(d *dataset.Dataset, report Report) {
		owner := map[[2]string]string{}
		for _, lang := range dataset.Languages {
			for _, c := range d.Countries {
				owner[[2]string{lang, strings.ToLower(d.Name(c.ISO3, lang))}] = c.ISO3
			}
		}
		for _, n := range d.Names {
			id := [2]string{n.Lang, strings.ToLower(n.Text)}
			switch other, taken := owner[id]; {
			case n.Text == "":
			case !taken:
				owner[id] = n.ISO3
			case other != n.ISO3:
				report(n.At("text"), n.Key(), quote(n.Text)+" for "+n.ISO3+", which is also "+other, "a name that only one country has")
			}
		}
	},
}
