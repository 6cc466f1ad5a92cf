// Package review tells what a change of the data means: for statuses, counts, totals and sources.
package review

import (
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
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
	Added, Removed []dataset.Source
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
func Between(old, new *dataset.Dataset) Review {
	was, is := status.Of(old), status.Of(new)
	return Review{
		Changes: change.Between(change.RowsOf(was), change.RowsOf(is)),
		Counts:  counts(old, new, was, is),
		Totals:  totals(old, new, was, is),
		Rows:    rows(old, new),
		Added:   missing(new, old),
		Removed: missing(old, new),
	}
}

// missing lists the sources of one state that another does not have.
func missing(from, in *dataset.Dataset) []dataset.Source {
	var list []dataset.Source
	for _, s := range from.Sources {
		if _, ok := in.Source(s.ID); !ok {
			list = append(list, s)
		}
	}
	return list
}

// rows compares observations by all their cells.
func rows(old, new *dataset.Dataset) Rows {
	surplus := map[string]int{}
	count := func(d *dataset.Dataset, n int) {
		for _, o := range d.Observations {
			surplus[text(o)] += n
		}
	}
	count(new, 1)
	count(old, -1)
	var r Rows
	for _, n := range surplus {
		r.Added += max(n, 0)
		r.Removed += max(-n, 0)
	}
	return r
}

func text(o dataset.Observation) string {
	file, _ := dataset.FileFor(o.File())
	cells := []string{o.Indicator}
	for _, c := range file.Columns {
		cells = append(cells, o.Text(c.Name))
	}
	return strings.Join(cells, "\x00")
}

// totals lists those of which our count changed. A total that is new is compared with nothing.
func totals(old, new *dataset.Dataset, was, is *status.Atlas) []Total {
	before := map[string]int{}
	for _, l := range reconcile.Compare(old, was) {
		before[l.Key()] = l.Ours
	}
	var list []Total
	for _, l := range reconcile.Compare(new, is) {
		if n, known := before[l.Key()]; l.Kept == "" && known && n != l.Ours {
			list = append(list, Total{l.Total, n, l.Ours, l.Unlisted()})
		}
	}
	return list
}

// whats are the things that are counted, in the order in which they are told.
var whats = []string{"data", string(status.Yes), string(status.No), string(status.Unknown), string(status.Contested), string(status.Value), "stale", "inferred"}

func counts(old, new *dataset.Dataset, was, is *status.Atlas) []Count {
	var list []Count
	for _, i := range new.Indicators {
		before, after := tally(old, was, i.ID), tally(new, is, i.ID)
		for _, what := range whats {
			if before[what] != after[what] {
				list = append(list, Count{i.ID, what, before[what], after[what]})
			}
		}
	}
	return list
}

// tally counts the countries that an indicator has a latest status for.
func tally(d *dataset.Dataset, a *status.Atlas, indicator string) map[string]int {
	n := map[string]int{}
	for _, c := range d.Countries {
		s, ok := a.Headline(indicator, c.ISO3)
		if !c.Profile || !ok {
			continue
		}
		n["data"]++
		n[string(s.Latest.State)]++
		n["stale"] += one(s.Stale)
		n["inferred"] += one(s.Inferred())
	}
	return n
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
