package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var derivedNote = Rule{
	Name:  "derived-note",
	Level: Error,
	About: "A derived value must say in its note how it was derived; no source says it, so a reader could otherwise not follow it.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, o := range d.Observations {
			if o.Confidence == "derived" && o.Note == "" {
				report(o.At("note"), o.Key(), "derived without a note", "how it was derived: by exclusion, carried forward, with an assumed year …")
			}
		}
	},
}
