// Package reconcile compares our head-counts with the totals that publishers print.
package reconcile

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Line is one printed total with our count beside it.
type Line struct {
	dataset.Total
	// Kept says why the total is kept without being compared; empty if it is compared.
	Kept string
	// Ours is the number of countries that we count, Diff how many more than were printed.
	Ours, Diff int
	// Yes are the countries that we count, in the order of countries.csv.
	Yes []string
	// Explained is the reason of the listed exception that excuses a difference.
	Explained string
	// Candidates are the countries that may make the difference, in the order of countries.csv.
	Candidates []Candidate
	// Named tells that the publisher's own rows say which countries it counted, so that the
	// candidates are the difference and not a guess.
	Named bool
}

// Differs tells whether our count is another than the printed one.
func (l Line) Differs() bool { return l.Kept == "" && l.Diff != 0 }

// Unlisted tells whether it differs and no exception says why.
func (l Line) Unlisted() bool { return l.Differs() && l.Explained == "" }

// Compare puts our count beside every total, in the order of the file. We count the countries
// of the scope whose newest status with a period up to the total's own is yes: what is known
// today about that time.
func Compare(d *dataset.Dataset, a *status.Atlas) []Line {
	lines, printedBy := counted(d, a), publishers(d)
	for i := range lines {
		if l := &lines[i]; l.Differs() {
			l.explain(d, known(d, a, l.Total), printedBy[subjectOf(l.Total)])
		}
	}
	return lines
}

// counted gives the lines without candidates.
func counted(d *dataset.Dataset, a *status.Atlas) []Line {
	reasons := exceptions(d)
	lines := make([]Line, len(d.Totals))
	for i, total := range d.Totals {
		lines[i] = Line{Total: total, Kept: kept(d, total), Explained: reasons[total.Key()]}
		if l := &lines[i]; l.Kept == "" {
			l.count(known(d, a, l.Total))
		}
	}
	return lines
}

// kept tells why a total cannot be compared with a count of ours.
func kept(d *dataset.Dataset, t dataset.Total) string {
	indicator, ours := d.Indicator(t.Indicator)
	_, region := d.Region(t.Scope)
	switch {
	case !ours:
		return "counts something else"
	case indicator.Counts():
		return "counts a number, not countries that say yes"
	case t.Scope != world && !region:
		return "is about another part of the world"
	}
	return ""
}

func (l *Line) count(countries []then) {
	for _, one := range countries {
		if one.state == status.Yes {
			l.Yes = append(l.Yes, one.country)
		}
	}
	l.Ours, l.Diff = len(l.Yes), len(l.Yes)-l.Countries
}

const world = "world"

// then is what is known about a country up to a period.
type then struct {
	country string
	state   status.State
	// newest is the conclusion that gives the state; nil if nothing was known by then.
	newest *status.Conclusion
	// national holds all periods of the country, all also the series about a part of it.
	national []status.Conclusion
	all      []status.Series
}

// known gives, for each country with a profile in a scope (world or a region's id), what is
// known up to a period.
func known(d *dataset.Dataset, a *status.Atlas, t dataset.Total) []then {
	var countries []then
	for _, c := range d.Countries {
		if !c.Profile || t.Scope != world && c.Region != t.Scope {
			continue
		}
		series, _ := a.Headline(t.Indicator, c.ISO3)
		one := then{country: c.ISO3, state: status.NoData, national: series.Periods, all: a.Series(t.Indicator, c.ISO3)}
		for i := range one.national {
			if past := &one.national[i]; past.Period <= t.Period {
				one.state, one.newest = past.State, past
			}
		}
		countries = append(countries, one)
	}
	return countries
}

// exceptions gives the reasons listed for differences, by the total's key.
func exceptions(d *dataset.Dataset) map[string]string {
	reasons := map[string]string{}
	for _, e := range d.Exceptions {
		if e.Rule == ruleName && e.Path == totalsFile {
			reasons[e.Subject] = e.Reason
		}
	}
	return reasons
}

// Unused gives the exceptions that excuse no difference any more.
func Unused(d *dataset.Dataset, lines []Line) []dataset.Exception {
	return slices.DeleteFunc(slices.Clone(d.Exceptions), func(e dataset.Exception) bool {
		return e.Rule != ruleName || slices.ContainsFunc(lines, func(l Line) bool {
			return l.Differs() && e.Path == totalsFile && l.Key() == e.Subject
		})
	})
}
