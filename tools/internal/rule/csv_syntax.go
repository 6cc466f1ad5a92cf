package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var csvSyntax = Rule{
	Name:  "csv-syntax",
	Level: Error,
	About: "Every line must be readable as CSV; one forgotten quotation mark swallows the rows after it.",
	Check: func(d *dataset.Dataset, report Report) { reportFaults(d, "csv-syntax", report) },
}

// reportFaults passes on what the reader found under a rule's name.
func reportFaults(d *dataset.Dataset, name string, report Report) {
	for _, f := range d.Faults {
		if f.Rule == name {
			report(f.Pos, "", f.Found, f.Want)
		}
	}
}
