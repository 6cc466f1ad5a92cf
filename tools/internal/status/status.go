// Package status concludes, from the observations of a country, what the atlas may say.
//
// The eight sentences of the method (page /method/ prints them) are followed here and nowhere else:
//
//  1. stated and implied observations speak; derived ones only where there is neither.
//  2. unknown speaks only where there is no yes or no.
//  3. yes against no is contested, but tier 4 alone never contests tiers 1 to 3.
//  4. numbers are never contested: the best tier leads, the others stand beside it.
//  5. the latest status is that of the newest period; its year is the newest in which a
//     stated or implied observation gave it.
//  6. unknown after a known value names both.
//  7. a share for a headline comes from the first national basis in a fixed order.
//  8. evidence about a part of a country never concludes for the whole.
package status

import (
	"cmp"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// State is what is concluded.
type State string

// The states; Value is the state of a number.
const (
	Yes       State = "yes"
	No        State = "no"
	Unknown   State = "unknown"
	Contested State = "contested"
	NoData    State = "no-data"
	Value     State = "value"
)

// Known tells whether the state is a yes or a no.
func (s State) Known() bool { return s == Yes || s == No }

// Derived is the confidence of an observation that its source does not state itself.
const Derived = "derived"

// Conclusion is the status of one country, indicator, basis and period with its reasoning.
type Conclusion struct {
	Indicator, Country, Basis string
	Period                    int
	State                     State
	// Lead is the observation that stands for the status: best tier, then best confidence,
	// then newest source. Of a contested status it is the leading yes.
	Lead Statement
	// Agree are the other observations that spoke and say the same; of a number, the same number.
	Agree []Statement
	// Against are those that spoke and say otherwise: the leading no's of a contested status,
	// tier 4 overruled, or other estimates of a number.
	Against []Statement
	// Silent are the observations that did not speak, since better ones did.
	Silent []Statement
	// Derived tells that only derived observations spoke.
	Derived bool
}

// Statement is an observation of the data set, where it stays, with the tier and the year of its
// source: conclusions hold many, and a large data set must not be copied into them.
type Statement struct {
	*dataset.Observation
	Tier, SourceYear int
}

// Conclude gives the status of observations that share country, indicator, basis and period.
// It does not depend on their order. No observation at all gives NoData.
func Conclude(all []Statement) Conclusion {
	if len(all) == 0 {
		return Conclusion{State: NoData}
	}
	all = slices.SortedFunc(slices.Values(all), byStanding)
	first := all[0]
	c := Conclusion{Indicator: first.Indicator, Country: first.Country, Basis: first.Basis, Period: first.Period}
	speaking, silent := split(all, func(s Statement) bool { return s.Confidence != Derived })
	if len(speaking) == 0 {
		speaking, silent, c.Derived = silent, nil, true
	}
	c.Silent = silent
	if isAnswer(first.Value) {
		c.answer(speaking)
	} else {
		c.number(speaking)
	}
	return c
}

// answer concludes yes, no, unknown or contested (sentences 2 and 3).
func (c *Conclusion) answer(speaking []Statement) {
	known, unknown := split(speaking, func(s Statement) bool { return s.Value != string(Unknown) })
	if len(known) == 0 {
		c.State, c.Lead, c.Agree = Unknown, unknown[0], unknown[1:]
		return
	}
	c.Silent = append(c.Silent, unknown...)
	weighty, _ := split(known, func(s Statement) bool { return s.Tier < 4 })
	if len(weighty) == 0 {
		weighty = known
	}
	c.Lead = weighty[0]
	c.State = State(c.Lead.Value)
	if i := slices.IndexFunc(weighty, func(s Statement) bool { return s.Value != c.Lead.Value }); i >= 0 {
		c.State = Contested
		if c.Lead.Value == string(No) {
			c.Lead = weighty[i]
		}
	}
	lead := slices.Index(known, c.Lead)
	rest := slices.Delete(slices.Clone(known), lead, lead+1)
	c.Agree, c.Against = split(rest, func(s Statement) bool { return s.Value == c.Lead.Value })
}

// number lets the best statement lead (sentence 4).
func (c *Conclusion) number(speaking []Statement) {
	c.State, c.Lead = Value, speaking[0]
	c.Agree, c.Against = split(speaking[1:], func(s Statement) bool {
		return s.Value == c.Lead.Value && s.Low == c.Lead.Low && s.High == c.Lead.High
	})
}

func isAnswer(value string) bool { return slices.Contains(dataset.Answers, value) }

// byStanding orders statements: better tier, better confidence, newer source; then by place
// and text, so that the order of the file never matters.
func byStanding(a, b Statement) int {
	return cmp.Or(cmp.Compare(a.Tier, b.Tier),
		cmp.Compare(rank(a.Confidence), rank(b.Confidence)),
		cmp.Compare(b.SourceYear, a.SourceYear),
		cmp.Compare(a.Source, b.Source), cmp.Compare(a.Locator, b.Locator),
		cmp.Compare(a.Value, b.Value), cmp.Compare(a.Low, b.Low), cmp.Compare(a.High, b.High))
}

func rank(confidence string) int { return slices.Index(dataset.Confidences, confidence) }

func split(all []Statement, want func(Statement) bool) (yes, no []Statement) {
	for _, s := range all {
		if want(s) {
			yes = append(yes, s)
		} else {
			no = append(no, s)
		}
	}
	return yes, no
}
