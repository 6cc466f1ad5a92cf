package reconcile

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Why says what may make a publisher count a country that we do not, or the other way round.
type Why string

// The reasons for which the publisher may not count a country that we do.
const (
	// NotTheirs: the publisher's own rows, which make up its total, do not name the country.
	NotTheirs Why = "not in the publisher's list"
	// OtherSources: none of the publisher's rows up to the year says yes.
	OtherSources Why = "other sources only"
	// Old: the newest statement is more than two years older than the total.
	Old Why = "last stated long before"
	// Earlier: the newest statement is one or two years older than the total.
	Earlier Why = "last stated shortly before"
	// Inferred: no source states it.
	Inferred Why = "inferred only"
)

// The reasons for which the publisher may count a country that we do not.
const (
	// Theirs: the publisher's own rows, which make up its total, name the country.
	Theirs Why = "in the publisher's list"
	// Disputed: sources disagree.
	Disputed Why = "contested"
	// Withdrawn: an earlier yes is followed by no or unknown.
	Withdrawn Why = "yes before, not by then"
	// Later: the first yes is about one of the two years after the total.
	Later Why = "yes shortly after"
	// Partial: only a part of the country says yes.
	Partial Why = "yes in a part of the country"
)

// lately is how many years a statement counts as near to a total: the Global State of Harm
// Reduction, from which nearly all totals come, appears every second year.
const lately = 2

// Candidate is a country that may make a difference.
type Candidate struct {
	Country string
	// Counted tells that we count it; else the publisher may.
	Counted bool
	// Why holds at least one reason.
	Why []Why
	// Year is what the statement that speaks for a yes is about, Source where it stands.
	Year   int
	Source string
}

// explain collects the countries that may make a difference: if the publisher's rows are its
// list, just those; else all that are uncertain on the side of the difference.
func (l *Line) explain(d *dataset.Dataset, countries []then, printedBy []string) {
	theirs := l.theirs(d, printedBy)
	l.Named = len(theirs) == l.Countries
	for _, one := range countries {
		counted := one.state == status.Yes
		var c Candidate
		switch {
		case l.Named:
			c = because(one.newest, listed(counted, slices.Contains(theirs, one.country))...)
		case counted && l.Diff > 0:
			c = l.doubtful(d, one, printedBy)
		case !counted && l.Diff < 0:
			c = l.possible(one)
		}
		c.Country, c.Counted = one.country, counted
		l.Candidates = append(l.Candidates, c)
	}
	l.Candidates = telling(l.Candidates, l.Ours)
}

// because makes a candidate of what was concluded; nil if nothing was.
func because(c *status.Conclusion, why ...Why) Candidate {
	if c == nil {
		return Candidate{Why: why}
	}
	return Candidate{Why: why, Year: c.Period, Source: c.Lead.Source}
}

// listed compares with the publisher's own list.
func listed(counted, theirs bool) []Why {
	switch {
	case counted && !theirs:
		return []Why{NotTheirs}
	case theirs && !counted:
		return []Why{Theirs}
	}
	return nil
}

// doubtful gives what speaks against a country that we count.
func (l *Line) doubtful(d *dataset.Dataset, one then, printedBy []string) Candidate {
	c := because(one.newest)
	stated, own := 0, false
	for i := range one.national {
		past := &one.national[i]
		if past.Period > l.Period || past.State != status.Yes {
			continue
		}
		if !past.Derived {
			stated, c = past.Period, because(past)
		}
		own = own || slices.ContainsFunc(append([]status.Statement{past.Lead}, past.Agree...), func(s status.Statement) bool {
			return slices.Contains(printedBy, publisher(d, s.Source))
		})
	}
	if !own {
		c.Why = append(c.Why, OtherSources)
	}
	switch {
	case stated == 0:
		c.Why = append(c.Why, Inferred)
	case stated < l.Period-lately:
		c.Why = append(c.Why, Old)
	case stated < l.Period:
		c.Why = append(c.Why, Earlier)
	}
	return c
}

// possible gives what speaks for a country that we do not count.
func (l *Line) possible(one then) Candidate {
	if one.state == status.Contested {
		return because(one.newest, Disputed)
	}
	if c := newestYes(one.national, 0, l.Period); c != nil {
		return because(c, Withdrawn)
	}
	if c := newestYes(one.national, l.Period+1, l.Period+lately); c != nil {
		return because(c, Later)
	}
	for _, s := range one.all {
		if c := newestYes(s.Periods, 0, l.Period); c != nil && !s.National() {
			return because(c, Partial)
		}
	}
	return Candidate{}
}

// newestYes finds the last yes about the years from first to last, or nil.
func newestYes(periods []status.Conclusion, first, last int) *status.Conclusion {
	for i := len(periods) - 1; i >= 0; i-- {
		if c := &periods[i]; c.State == status.Yes && first <= c.Period && c.Period <= last {
			return c
		}
	}
	return nil
}

// telling drops the reasons against counted countries that fit more than half of all: they set
// nobody apart. Candidates without any reason are dropped.
func telling(all []Candidate, ours int) []Candidate {
	fits := map[Why]int{}
	for _, c := range all {
		for _, why := range c.Why {
			fits[why]++
		}
	}
	for i := range all {
		all[i].Why = slices.DeleteFunc(all[i].Why, func(w Why) bool { return all[i].Counted && w != NotTheirs && 2*fits[w] > ours })
	}
	return slices.DeleteFunc(all, func(c Candidate) bool { return len(c.Why) == 0 })
}
