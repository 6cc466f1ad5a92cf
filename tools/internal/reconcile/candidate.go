package reconcile

import (
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Why says what may make a publisher count a country that we do not, or the other way round.
type Why string

// The reasons for which the publisher may not count a country that we do.
const (
	// OtherSources: no row of the publisher of the total says yes.
	OtherSources Why = "other sources only"
	// Old: the newest statement is more than two years older than the total, one edition of
	// the Global State of Harm Reduction.
	Old Why = "not restated lately"
	// Inferred: no source states it.
	Inferred Why = "inferred only"
	// NotTheirs: the publisher's own rows, which make up its total, do not name the country.
	NotTheirs Why = "not in the publisher's list"
)

// The reasons for which the publisher may count a country that we do not.
const (
	// Disputed: sources disagree.
	Disputed Why = "contested"
	// Withdrawn: an earlier yes is followed by no or unknown.
	Withdrawn Why = "yes before, not by then"
	// Later: the first yes is about a later year.
	Later Why = "yes only later"
	// Partial: only a part of the country says yes.
	Partial Why = "in a part of the country"
	// Theirs: the publisher's own rows, which make up its total, name the country.
	Theirs Why = "in the publisher's list"
)

// lately is how many years after a statement we expect the next; the Global State of Harm
// Reduction appears every second year.
const lately = 2

// Candidate is a country that may make a difference.
type Candidate struct {
	Country string
	// Counted tells that we count it; else the publisher may.
	Counted bool
	// Why holds at least one reason.
	Why []Why
	// Year and Source are of the statement that speaks for a yes.
	Year   int
	Source string
}

// explain collects the countries that may make the difference: if the publisher's rows are
// its list, just those; else everything that is not certain on the side of the difference.
func (l *Line) explain(d *dataset.Dataset, a *status.Atlas, then []Then) {
	theirs := l.theirs(d)
	l.Named = len(theirs) == l.Countries
	for _, one := range then {
		counted := one.State == status.Yes
		var c Candidate
		switch {
		case l.Named:
			c = listed(one, slices.Contains(theirs, one.Country))
		case counted == (l.Diff > 0) && counted:
			c = l.doubtful(d, one)
		case counted == (l.Diff > 0):
			c = l.possible(a, one)
		}
		if len(c.Why) > 0 {
			c.Country, c.Counted = one.Country, counted
			l.Candidates = append(l.Candidates, c)
		}
	}
}

// theirs gives the countries of which the publisher's own rows say yes for the total's period.
func (l *Line) theirs(d *dataset.Dataset) []string {
	var all []string
	for _, o := range d.Observations {
		if o.Indicator == l.Indicator && o.Period == l.Period && o.Value == string(status.Yes) &&
			publisher(d, o.Source) == publisher(d, l.Source) && o.Basis == "" && l.within(d, o.Country) && !slices.Contains(all, o.Country) {
			all = append(all, o.Country)
		}
	}
	return all
}

func (l *Line) within(d *dataset.Dataset, iso3 string) bool {
	c, _ := d.Country(iso3)
	return l.Scope == "world" || c.Region == l.Scope
}

// listed compares with the publisher's own list.
func listed(one Then, theirs bool) Candidate {
	switch counted := one.State == status.Yes; {
	case counted && !theirs:
		return Candidate{Why: []Why{NotTheirs}, Year: one.Period, Source: one.Lead.Source}
	case theirs && !counted:
		return Candidate{Why: []Why{Theirs}, Year: one.Period, Source: one.Lead.Source}
	}
	return Candidate{}
}

// doubtful gives what speaks against a country that we count.
func (l *Line) doubtful(d *dataset.Dataset, one Then) Candidate {
	c := Candidate{Year: one.Period, Source: one.Lead.Source}
	stated, byPublisher := 0, false
	for _, past := range one.Series.Periods {
		if past.Period > l.Period || past.State != status.Yes {
			continue
		}
		if !past.Derived {
			stated, c.Year, c.Source = past.Period, past.Period, past.Lead.Source
		}
		byPublisher = byPublisher || slices.ContainsFunc(append([]status.Statement{past.Lead}, past.Agree...), func(s status.Statement) bool {
			return publisher(d, s.Source) == publisher(d, l.Source)
		})
	}
	if !byPublisher {
		c.Why = append(c.Why, OtherSources)
	}
	if stated == 0 {
		c.Why = append(c.Why, Inferred)
	} else if stated < l.Period-lately {
		c.Why = append(c.Why, Old)
	}
	return c
}

// possible gives what speaks for a country that we do not count.
func (l *Line) possible(a *status.Atlas, one Then) Candidate {
	if one.State == status.Contested {
		return Candidate{Why: []Why{Disputed}, Year: one.Period, Source: one.Lead.Source}
	}
	for _, s := range a.Series(l.Indicator, one.Country) {
		for _, c := range s.Periods {
			yes := c.State == status.Yes || c.State == status.Contested
			switch {
			case !yes:
			case !s.National() && c.Period <= l.Period:
				return Candidate{Why: []Why{Partial}, Year: c.Period, Source: c.Lead.Source}
			case s.National() && c.Period < l.Period:
				return Candidate{Why: []Why{Withdrawn}, Year: c.Period, Source: c.Lead.Source}
			case s.National():
				return Candidate{Why: []Why{Later}, Year: c.Period, Source: c.Lead.Source}
			}
		}
	}
	return Candidate{}
}

// publisher names whoever collected what a source says: "Harm Reduction International (quoted
// by X)" and "Harm Reduction International, EPLN" are Harm Reduction International.
func publisher(d *dataset.Dataset, id string) string {
	s, _ := d.Source(id)
	name, _, _ := strings.Cut(s.Publisher, " (")
	name, _, _ = strings.Cut(name, ",")
	return formerly(name)
}

// formerly gives the present name of a publisher that changed it in 2011.
func formerly(name string) string {
	if name == "International Harm Reduction Association" {
		return "Harm Reduction International"
	}
	return name
}
