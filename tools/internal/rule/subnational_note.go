package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var subnationalNote = Rule{
	Name:  "subnational-note",
	Level: Error,
	About: "A value about a part of a country must say in its note which part; without it a city's yes can't be shown as what it is.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, o := range d.Observations {
			if o.Basis == "subnational" && o.Note == "" {
				report(o.At("note"), o.Key(), "basis subnational without a note", "the part of the country, such as \"Scotland\"")
			}
		}
	},
}
