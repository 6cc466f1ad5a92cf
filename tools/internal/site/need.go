package site

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// byNeed puts the countries of each region in the order of need: those first in which the fewest
// of the core services are available by their latest status, whereby an old yes is none; equal
// ones follow the alphabet. Countries of which neither a yes nor a no is known stand apart.
func (b builder) byNeed(p Pages) {
	for id, region := range p.Regions {
		region.Need, region.Silent = map[string][]string{}, map[string][]string{}
		for lang, members := range region.Countries {
			ranked := make([][]string, len(services)+1)
			for _, country := range members {
				if available, known := availability(p.Countries[country].Entries); known {
					ranked[available] = append(ranked[available], country)
				} else {
					region.Silent[lang] = append(region.Silent[lang], country)
				}
			}
			region.Need[lang] = slices.Concat(ranked...)
		}
		p.Regions[id] = region
	}
}

// availability counts the services of which there is a yes that is not old; known tells whether
// there is a yes or a no about any of them.
func availability(entries []Entry) (available int, known bool) {
	for _, e := range entries {
		if state := status.State(e.State); slices.Contains(services, e.Indicator) && state.Known() {
			known = true
			if state == status.Yes && !e.Stale {
				available++
			}
		}
	}
	return available, known
}
