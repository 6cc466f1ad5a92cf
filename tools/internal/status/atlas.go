package status

import (
	"cmp"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Atlas holds every series of a data set.
type Atlas struct {
	// All is sorted by indicator, country, basis.
	All []Series
	at  map[[2]string][2]int // indicator, country → range in All
}

// Of concludes everything in a data set. Ages are counted to the edition's date.
func Of(d *dataset.Dataset) *Atlas {
	groups := make([]Statement, len(d.Observations))
	for i := range d.Observations {
		o := &d.Observations[i]
		source, _ := d.Source(o.Source)
		groups[i] = Statement{o, cmp.Or(source.Tier, 4), source.Year}
	}
	slices.SortStableFunc(groups, func(a, b Statement) int {
		return cmp.Or(cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.Country, b.Country),
			cmp.Compare(a.Basis, b.Basis), cmp.Compare(a.Period, b.Period))
	})
	a := &Atlas{at: map[[2]string][2]int{}}
	for series := range chunks(groups, sameSeries) {
		a.add(d, series)
	}
	return a
}

func (a *Atlas) add(d *dataset.Dataset, statements []Statement) {
	first := statements[0]
	s := Series{Indicator: first.Indicator, Country: first.Country, Basis: first.Basis}
	for period := range chunks(statements, func(a, b Statement) bool { return a.Period == b.Period }) {
		s.Periods = append(s.Periods, Conclude(period))
	}
	indicator, _ := d.Indicator(s.Indicator)
	s.concludeLatest(d.Edition.Year(), indicator.StaleAfter)
	a.All = append(a.All, s)
	key, n := [2]string{s.Indicator, s.Country}, len(a.All)
	if span, ok := a.at[key]; ok {
		a.at[key] = [2]int{span[0], n}
	} else {
		a.at[key] = [2]int{n - 1, n}
	}
}

// Series gives all series of an indicator in a country, one for each basis.
func (a *Atlas) Series(indicator, country string) []Series {
	span := a.at[[2]string{indicator, country}]
	return a.All[span[0]:span[1]]
}

// Headline gives the series that may stand for the country on a map: of those with a
// national basis, the first in the fixed order (sentence 7). ok is false if there is none.
func (a *Atlas) Headline(indicator, country string) (s Series, ok bool) {
	best := len(dataset.NationalBases)
	for _, one := range a.Series(indicator, country) {
		if place := slices.Index(dataset.NationalBases, one.Basis); one.National() && place < best {
			s, ok, best = one, true, place
		}
	}
	return s, ok
}

// Count gives, for a set of countries, how many have each state by their headline series.
// Stale ones are counted under their state and again in stale.
func (a *Atlas) Count(indicator string, countries []string) (states map[State]int, stale map[State]int) {
	states, stale = map[State]int{}, map[State]int{}
	for _, country := range countries {
		s, ok := a.Headline(indicator, country)
		if !ok {
			states[NoData]++
			continue
		}
		states[s.Latest.State]++
		if s.Stale {
			stale[s.Latest.State]++
		}
	}
	return states, stale
}

func sameSeries(a, b Statement) bool {
	return a.Indicator == b.Indicator && a.Country == b.Country && a.Basis == b.Basis
}

// chunks yields the runs of neighbours that belong together.
func chunks[T any](all []T, same func(a, b T) bool) func(yield func([]T) bool) {
	return func(yield func([]T) bool) {
		for begin := 0; begin < len(all); {
			end := begin + 1
			for end < len(all) && same(all[begin], all[end]) {
				end++
			}
			if !yield(all[begin:end]) {
				return
			}
			begin = end
		}
	}
}
