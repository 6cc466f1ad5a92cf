package rule

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

var sourceUnused = Rule{
	Name:  "source-unused",
	Level: Error,
	About: "Every source must support a value or a note; one that nothing cites was forgotten when its rows were typed, or is a second name of another.",
	Check: func(d *dataset.Dataset, report Report) {
		used := make(map[string]bool, len(d.Sources))
		for _, r := range cites(d) {
			used[r.Text("source")] = true
		}
		for _, n := range d.Notes {
			for _, id := range n.Sources {
				used[id] = true
			}
		}
		for _, s := range d.Sources {
			if s.ID != "" && !used[s.ID] {
				report(s.At("id"), s.Key(), quote(s.ID)+", which nothing cites", "a row or a note that cites it, or no row here")
			}
		}
	},
}
