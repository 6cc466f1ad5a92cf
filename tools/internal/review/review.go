// Package review tells what a change of the data means: for statuses, counts, totals and sources.
package review

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Review is what differs between two states of the data set.
type Review struct {
	// Changes are the latest statuses that differ, by indicator, country and basis.
	Changes []change.Change
	// Counts are the numbers of countries that differ, by indicator in the order of pages.
	Counts []Count
	// Totals are printed totals whose comparison with our count came out otherwise.
	Totals []Total
	// Rows counts observations that came and went; one that was edited did both.
	Rows Rows
	// Added and Removed are sources.
	Added, Removed []Source
}

// Count is a number of countries before and after. What is a state, "data" for all that
// have any, or "stale" or "inferred".
type Count struct {
	Indicator, What string
	Old, New        int
}

// Total is a printed total with our count before and after.
type Total struct {
	dataset.Total
	Old, New int
	// Unlisted tells that it differs now and that no exception says why.
	Unlisted bool
}

// Source is what is told of a source.
type Source struct {
	ID, Title string
	Tier      int
}

// Rows counts observations.
type Rows struct{ Added, Removed int }

// Nothing tells that no observation, status or source differs.
func (r Review) Nothing() bool {
	return len(r.Changes)+len(r.Counts)+len(r.Totals)+len(r.Added)+len(r.Removed) == 0 && r.Rows == Rows{}
}

// Contested are the changes to a status on which sources disagree now and did not before.
func (r Review) Contested() []change.Change {
	return slices.DeleteFunc(slices.Clone(r.Changes), func(c change.Change) bool {
		is := func(row *change.Row) bool { return row != nil && row.Status == string(status.Contested) }
		return !is(c.New) || is(c.Old)
	})
}

// Indicators lists those of which a status changed, in the order of pages.
func (r Review) Indicators(d *dataset.Dataset) []string {
	var ids []string
	for _, i := range d.Indicators {
		if slices.ContainsFunc(r.Changes, func(c change.Change) bool { return c.Indicator == i.ID }) {
			ids = append(ids, i.ID)
		}
	}
	return ids
}

// Between compares two states of the data set.
func Between(old, new State) Review {
	return Review{
		Changes: change.Between(old.latest, new.latest),
		Counts:  counts(old, new),
		Totals:  totals(old, new),
		Rows:    Rows{surplus(new, old), surplus(old, new)},
		Added:   missing(new, old),
		Removed: missing(old, new),
	}
}

// missing lists the sources of one state that another does not have.
func missing(from, in State) []Source {
	there := make(map[string]bool, len(in.sources))
	for _, s := range in.sources {
		there[s.ID] = true
	}
	var list []Source
	for _, s := range from.sources {
		if !there[s.ID] {
			list = append(list, s)
		}
	}
	return list
}

// surplus counts the observations of one state that another does not have, or less often.
func surplus(of, over State) (n int) {
	for sum, times := range of.rows {
		n += max(times-over.rows[sum], 0)
	}
	return n
}

// totals lists those of which our count changed. A total that is new is compared with nothing.
func totals(old, new State) []Total {
	before := map[string]int{}
	for _, t := range old.totals {
		before[t.key] = t.ours
	}
	var list []Total
	for _, t := range new.totals {
		if n, known := before[t.key]; t.compared && known && n != t.ours {
			list = append(list, Total{t.Total, n, t.ours, t.unlisted})
		}
	}
	return list
}

func counts(old, new State) []Count {
	var list []Count
	for _, id := range new.indicators {
		before, after := old.tallies[id], new.tallies[id]
		for _, what := range whats {
			if before[what] != after[what] {
				list = append(list, Count{id, what, before[what], after[what]})
			}
		}
	}
	return list
}
