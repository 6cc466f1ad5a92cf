package rule

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var m49Subregion = Rule{
	Name:  "m49-subregion",
	Level: Error,
	About: "An M49 subregion must lie in one M49 region; a misspelt or swapped name would split the group that others compare by.",
	Check: func(d *dataset.Dataset, report Report) {
		parent := map[string]map[string]int{}
		for _, c := range d.Countries {
			if parent[c.M49Subregion] == nil {
				parent[c.M49Subregion] = map[string]int{}
			}
			parent[c.M49Subregion][c.M49Region]++
		}
		for _, c := range d.Countries {
			if usual := mostFrequent(parent[c.M49Subregion]); c.M49Region != usual {
				report(c.At("m49_region"), "", fmt.Sprintf("%s in %s", quote(c.M49Subregion), quote(c.M49Region)), quote(usual)+" as for its other countries")
			}
		}
	},
}

// mostFrequent gives the word counted most; of several, the first by the alphabet.
func mostFrequent(counts map[string]int) string {
	best := ""
	for _, word := range sortedKeys(counts) {
		if counts[word] > counts[best] {
			best = word
		}
	}
	return best
}
