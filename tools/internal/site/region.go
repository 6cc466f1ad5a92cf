package site

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

// Region is the page of a region.
type Region struct {
	ID string `json:"id"`
	// Name is as the Global State of Harm Reduction prints it, in English.
	Name string `json:"name"`
	// Countries are the profiles of the region, by language in its alphabetical order; pages find
	// them in Shared.Members.
	Countries map[string][]string `json:"-"`
	// Need are those of which a core service is known to exist or not, by language in the order of
	// need; Silent are the others.
	Need   map[string][]string `json:"need"`
	Silent map[string][]string `json:"silent,omitempty"`
	// Compared are those that are compared in advance, by language in its alphabetical order.
	Compared map[string][]string `json:"compared"`
}

func (b builder) region(r dataset.Region) Region {
	var members []string
	for _, c := range b.profiles() {
		if c.Region == r.ID {
			members = append(members, c.ISO3)
		}
	}
	return Region{ID: r.ID, Name: r.Name, Countries: b.names.sorted(members)}
}
