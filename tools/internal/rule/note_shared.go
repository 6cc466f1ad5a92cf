package rule

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var noteShared = Rule{
	Name:  "note-shared",
	Level: Error,
	About: "A text that notes have in common exists, in English at least, and some note has it; else it is missing from a page, or on none.",
	Check: func(d *dataset.Dataset, report Report) {
		var names []string
		used := map[string]bool{}
		for _, n := range d.Notes {
			if n.IsShared() && n.Lang() == dataset.Languages[0] {
				names = append(names, n.Name())
			}
		}
		for _, n := range d.Notes {
			for _, name := range n.Shared {
				used[name] = true
				if !slices.Contains(names, name) {
					report(Field(d, n.Path, "shared"), "", quote(name), "a file of "+dataset.SharedFolder+" without its ending"+didYouMean(name, names))
				}
			}
		}
		for _, n := range d.Notes {
			if n.IsShared() && !used[n.Name()] {
				report(start(n.Path), "", "a text that no note shares", "a note that names it, or no such file")
			}
		}
	},
}
