package carto

import (
	"maps"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

// reversed says whose rings are written the other way round. Rings all run the same way round,
// so that neighbours write their border in opposite directions; where one of the two is reversed
// both write it in the same, and gzip finds the second in the first: a tenth of a page with the
// world map. Areas are reversed as long as that makes more positions agree, in the order of IDs,
// so the result never varies. All rings of an area turn together: its holes stay holes.
func reversed(borders []boundary.Border) map[string]bool {
	shared := map[string]map[string]int{} // positions on the border of two areas
	add := func(a, b string, n int) {
		if shared[a] == nil {
			shared[a] = map[string]int{}
		}
		shared[a][b] += n
	}
	for _, b := range borders {
		add(b.A, b.B, len(b.Line))
		add(b.B, b.A, len(b.Line))
	}
	turned := map[string]bool{}
	for changed := true; changed; {
		changed = false
		for _, id := range slices.Sorted(maps.Keys(shared)) {
			gain := 0
			for neighbour, n := range shared[id] {
				if turned[neighbour] == turned[id] {
					gain += n
				} else {
					gain -= n
				}
			}
			if gain > 0 {
				turned[id], changed = !turned[id], true
			}
		}
	}
	return turned
}
