package site

import (
	"cmp"
	"slices"
	"strings"
)

// Compared is how many countries stand side by side at most; more columns fit no sheet of paper.
const Compared = 6

// fewer is how many others are proposed beside a country that has no neighbour by land.
const fewer = 3

// compare proposes with whom to compare a country, and chooses those of each region that are
// compared in advance; both prefer countries about which most is reported.
func (b builder) compare(p Pages, borders map[string][]string) {
	for id, c := range p.Countries {
		near := slices.DeleteFunc(keys(borders[c.ISO3]), func(other string) bool { return p.Countries[other].ID == "" })
		if len(near) == 0 {
			members := slices.DeleteFunc(slices.Clone(p.Regions[c.Region].Countries["en"]), func(other string) bool { return other == id })
			near = mostReported(p.Countries, members, fewer)
		}
		c.Beside = b.names.sorted(codes(mostReported(p.Countries, near, Compared-1)))
		p.Countries[id] = c
	}
	for id, r := range p.Regions {
		r.Compared = b.names.sorted(codes(mostReported(p.Countries, r.Countries["en"], Compared)))
		p.Regions[id] = r
	}
}

// mostReported gives the n countries about which there are most statements, at equal numbers
// in the order of their codes.
func mostReported(countries map[string]Country, ids []string, n int) []string {
	sorted := slices.SortedFunc(slices.Values(ids), func(x, y string) int {
		return cmp.Or(cmp.Compare(countries[y].Observations, countries[x].Observations), strings.Compare(x, y))
	})
	return sorted[:min(n, len(sorted))]
}

func keys(iso3 []string) []string  { return mapped(iso3, key) }
func codes(keys []string) []string { return mapped(keys, strings.ToUpper) }

func mapped(list []string, f func(string) string) []string {
	var out []string
	for _, one := range list {
		out = append(out, f(one))
	}
	return out
}
