package report

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// tally counts latest statuses of countries.
type tally struct {
	states map[status.State]int
	// stale are older than the indicator allows, soon will be in the year of the next edition.
	stale, soon, inferred int
	// years are what the statuses are about; places is how many there could be.
	years  []int
	places int
}

func tallyOf(d *dataset.Dataset, a *status.Atlas, i dataset.Indicator, countries []string) tally {
	t := tally{states: map[status.State]int{}, places: len(countries)}
	for _, country := range countries {
		if s, ok := a.Headline(i.ID, country); ok {
			t.add(s, s.StaleBy(d.Edition.Next(), i.StaleAfter))
		} else {
			t.states[status.NoData]++
		}
	}
	slices.Sort(t.years)
	return t
}

// tallyAll counts all indicators together.
func tallyAll(d *dataset.Dataset, a *status.Atlas, countries []string) tally {
	all := tally{states: map[status.State]int{}}
	for _, i := range d.Indicators {
		t := tallyOf(d, a, i, countries)
		for state, n := range t.states {
			all.states[state] += n
		}
		all.stale, all.soon, all.inferred = all.stale+t.stale, all.soon+t.soon, all.inferred+t.inferred
		all.years, all.places = append(all.years, t.years...), all.places+t.places
	}
	slices.Sort(all.years)
	return all
}

func (t *tally) add(s status.Series, staleNext bool) {
	t.states[s.Latest.State]++
	switch {
	case s.Stale:
		t.stale++
	case staleNext:
		t.soon++
	}
	if s.Inferred() {
		t.inferred++
	}
	t.years = append(t.years, s.Year())
}

// data is how many places have data, fresh how many have new ones.
func (t tally) data() int  { return t.places - t.states[status.NoData] }
func (t tally) fresh() int { return t.data() - t.stale - t.soon }

// newest, median and oldest are years; 0 where there are no data. Of two in the middle the
// older counts.
func (t tally) newest() int { return t.year(len(t.years) - 1) }
func (t tally) median() int { return t.year((len(t.years) - 1) / 2) }
func (t tally) oldest() int { return t.year(0) }

func (t tally) year(place int) int {
	if len(t.years) == 0 {
		return 0
	}
	return t.years[place]
}
