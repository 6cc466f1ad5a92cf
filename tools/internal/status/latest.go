package status

import (
	"cmp"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Series is everything concluded about one indicator in one country on one basis.
type Series struct {
	Indicator, Country, Basis string
	// Periods are the conclusions, oldest first.
	Periods []Conclusion
	// Latest is the conclusion of the newest period (sentence 5).
	Latest Conclusion
	// StatedPeriod is the newest year in which a stated or implied observation gave the
	// latest status without a later one that says otherwise; 0 if there is none.
	StatedPeriod int
	// Earlier is the last known status before a latest one that is unknown (sentence 6), or
	// before an inferred one that it disagrees with; its State is NoData if there is none.
	Earlier Conclusion
	// Stale tells that the year is older than the indicator allows at the edition's date.
	Stale bool
}

// Inferred tells that only derived observations support the latest status.
func (s Series) Inferred() bool { return s.StatedPeriod == 0 && s.Latest.State != NoData }

// Year is the year that the latest status is about: stated if it can be, else inferred.
func (s Series) Year() int { return cmp.Or(s.StatedPeriod, s.Latest.Period) }

// NoChangeBy gives the newer period whose derived observations agree; 0 if there is none.
func (s Series) NoChangeBy() int {
	if s.StatedPeriod != 0 && s.StatedPeriod < s.Latest.Period {
		return s.Latest.Period
	}
	return 0
}

// Ground is the conclusion that the latest status rests on: that of the stated period with a
// statement of that status in the lead, or the latest itself where it is only inferred.
func (s Series) Ground() Conclusion {
	for _, c := range s.Periods {
		if c.Period == s.StatedPeriod {
			return c.ledBy(s.Latest.State)
		}
	}
	return s.Latest
}

// National tells whether the series may stand for its country (sentences 7 and 8).
func (s Series) National() bool {
	return s.Basis == "" || slices.Contains(dataset.NationalBases, s.Basis)
}

// concludeLatest fills in what follows from the periods.
func (s *Series) concludeLatest(editionYear, staleAfter int) {
	s.Latest = s.Periods[len(s.Periods)-1]
	s.StatedPeriod = s.statedPeriod()
	s.Earlier = s.earlier()
	s.Stale = s.StaleBy(editionYear, staleAfter)
}

// StaleBy tells whether the latest status is older in a year than an indicator allows.
func (s Series) StaleBy(year, staleAfter int) bool { return year-s.Year() > staleAfter }

// statedPeriod walks back from the newest period as long as nothing known contradicts it.
func (s *Series) statedPeriod() int {
	for _, c := range slices.Backward(s.Periods) {
		switch {
		case s.contradicts(c):
			return 0
		case s.gives(c):
			return c.Period
		}
	}
	return 0
}

// contradicts tells whether an older conclusion ends the walk back: a known answer other
// than the latest. Numbers of another year never support the latest number.
func (s *Series) contradicts(c Conclusion) bool {
	if s.Latest.State == Value {
		return c.Period != s.Latest.Period
	}
	return c.State != s.Latest.State && c.State.Known()
}

// gives tells whether a stated or implied observation of the period says the latest status.
func (s *Series) gives(c Conclusion) bool {
	if s.Latest.State == Value || s.Latest.State == Contested {
		return c.Period == s.Latest.Period && !c.Derived
	}
	return !c.Derived && slices.ContainsFunc(c.speaking(), func(o Statement) bool {
		return o.Value == string(s.Latest.State)
	})
}

func (s *Series) earlier() Conclusion {
	if s.Latest.State == Value || s.Latest.State == Contested || s.Latest.State.Known() && s.StatedPeriod != 0 {
		return Conclusion{State: NoData}
	}
	for _, c := range slices.Backward(s.Periods[:len(s.Periods)-1]) {
		if c.State.Known() && c.State != s.Latest.State {
			return c
		}
	}
	return Conclusion{State: NoData}
}

// speaking gives the statements that spoke.
func (c Conclusion) speaking() []Statement {
	return slices.Concat([]Statement{c.Lead}, c.Agree, c.Against)
}

// ledBy gives the conclusion with the best statement of an answer in the lead; what the answer
// is does not change.
func (c Conclusion) ledBy(answer State) Conclusion {
	if !answer.Known() || c.Lead.Value == string(answer) {
		return c
	}
	same, other := split(c.speaking(), func(s Statement) bool { return s.Value == string(answer) })
	if len(same) > 0 {
		c.Lead, c.Agree, c.Against = same[0], same[1:], other
	}
	return c
}
