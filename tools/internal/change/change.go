package change

import (
	"cmp"
	"slices"
)

// Change is a difference between two sets of rows.
type Change struct {
	Key
	// Old and New are the rows before and after; nil where there is none.
	Old, New *Row
}

// Between lists what differs in meaning, sorted by indicator, country and basis: the status, its
// number, the year that it is about, and whether a source states it. That an answer became old,
// or rests on another source that says the same, is no difference. Of two rows with one key the
// first counts.
func Between(old, new []Row) []Change {
	before, after := byKey(old), byKey(new)
	var list []Change
	for key, row := range before {
		if now, still := after[key]; !still || !row.same(now) {
			list = append(list, Change{key, row, after[key]})
		}
	}
	for key, row := range after {
		if before[key] == nil {
			list = append(list, Change{key, nil, row})
		}
	}
	slices.SortFunc(list, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.Country, b.Country), cmp.Compare(a.Basis, b.Basis))
	})
	return list
}

func byKey(rows []Row) map[Key]*Row {
	index := make(map[Key]*Row, len(rows))
	for i := range rows {
		if index[rows[i].Key] == nil {
			index[rows[i].Key] = &rows[i]
		}
	}
	return index
}

// same tells whether two rows say the same.
func (r *Row) same(other *Row) bool {
	return r.Status == other.Status && r.sameNumber(other) && r.Year() == other.Year() && r.Inferred() == other.Inferred()
}

func (r *Row) sameNumber(other *Row) bool {
	return r.Value == other.Value && r.Low == other.Low && r.High == other.High
}

// Kind says what differs, the weightiest first.
type Kind string

// The kinds of change. A number that differs only in how it is written ("33" and "33.0") counts
// as another number: nothing is hidden.
const (
	Added   Kind = "added"   // there was no row
	Removed Kind = "removed" // there is no row any more
	Status  Kind = "status"  // yes, no, unknown or contested became another of them
	Number  Kind = "number"
	Year    Kind = "year"    // the same is known of another year
	Support Kind = "support" // what was inferred is now stated, or the other way round
)

// Kind tells what differs.
func (c Change) Kind() Kind {
	switch {
	case c.Old == nil:
		return Added
	case c.New == nil:
		return Removed
	case c.Old.Status != c.New.Status:
		return Status
	case !c.Old.sameNumber(c.New):
		return Number
	case c.Old.Year() != c.New.Year():
		return Year
	}
	return Support
}
