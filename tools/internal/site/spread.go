package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Spread is how far apart the latest figures of a region's countries lie, on one basis.
type Spread struct {
	Basis     string `json:"basis"`
	Countries int    `json:"countries"`
	Low       Figure `json:"low"`
	High      Figure `json:"high"`
	// Median is missing where there are fewer than three figures, or one of them is a range.
	Median *Figure `json:"median,omitempty"`
	// From and To are the years that the figures are about.
	From int `json:"from"`
	To   int `json:"to"`
}

// spreads describes the figures of a region, one basis after another. Only shares and rates say
// anything beside each other: how many sites or people there are depends on the country's size.
func spreads(i dataset.Indicator, entries []Entry) []Spread {
	if i.Kind != "percentage" && i.Kind != "score" {
		return nil
	}
	var list []Spread
	for _, basis := range bases(entries) {
		var s Spread
		var values []Figure
		for _, e := range entries {
			if e.Number != nil && e.Basis == basis {
				s.take(e)
				if e.Number.Value != nil {
					values = append(values, *e.Number.Value)
				}
			}
		}
		if len(values) == s.Countries && s.Countries >= 3 {
			s.Median = median(values)
		}
		list = append(list, s)
	}
	return list
}

// bases gives the bases of the entries that have a number, in alphabetical order.
func bases(entries []Entry) []string {
	var list []string
	for _, e := range entries {
		if e.Number != nil && !slices.Contains(list, e.Basis) {
			list = append(list, e.Basis)
		}
	}
	slices.Sort(list)
	return list
}

// take counts an entry with a number. A range with one open end reaches as far as is known.
func (s *Spread) take(e Entry) {
	low := cmp.Or(e.Number.Value, e.Number.Low, e.Number.High)
	high := cmp.Or(e.Number.Value, e.Number.High, e.Number.Low)
	if s.Countries == 0 {
		s.Basis, s.Low, s.High, s.From = e.Basis, *low, *high, e.Year
	}
	if low.N < s.Low.N {
		s.Low = *low
	}
	if high.N > s.High.N {
		s.High = *high
	}
	s.From, s.To = min(s.From, e.Year), max(s.To, e.Year)
	s.Countries++
}

// median gives the middle figure, or the mean of the two in the middle, with one decimal more than
// they have where it needs one.
func median(values []Figure) *Figure {
	slices.SortFunc(values, func(a, b Figure) int { return cmp.Compare(a.N, b.N) })
	middle := values[len(values)/2]
	if len(values)%2 == 0 {
		below := values[len(values)/2-1]
		decimals := max(below.Decimals, middle.Decimals)
		mean := strconv.FormatFloat((below.N+middle.N)/2, 'f', decimals+1, 64)
		return figure(strings.TrimSuffix(strings.TrimSuffix(mean, "0"), "."))
	}
	return &middle
}
