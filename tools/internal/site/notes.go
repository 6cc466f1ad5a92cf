package site

import "slices"

// noted says on which countries there are notes that rest on a source, sorted by key; what a
// text shared by several notes rests on counts for each of them.
func (b builder) noted() map[string][]string {
	shared := map[string][]string{}
	for _, n := range b.data.Notes {
		if n.IsShared() {
			shared[n.Name()] = append(shared[n.Name()], n.Sources...)
		}
	}
	list := map[string][]string{}
	for _, n := range b.data.Notes {
		if n.IsShared() {
			continue
		}
		sources := slices.Clone(n.Sources)
		for _, name := range n.Shared {
			sources = append(sources, shared[name]...)
		}
		for _, id := range sources {
			list[id] = append(list[id], n.Name())
		}
	}
	for id, countries := range list {
		slices.Sort(countries)
		list[id] = slices.Compact(countries)
	}
	return list
}
