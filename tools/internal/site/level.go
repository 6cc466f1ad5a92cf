package site

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Threshold is a number at which the field divides coverage, or that it wants reached.
type Threshold struct {
	// Limit is low, high or target.
	Limit   string `json:"limit"`
	Value   Figure `json:"value"`
	Year    int    `json:"year,omitempty"`
	Source  string `json:"source"`
	Locator string `json:"locator"`
	Note    string `json:"note,omitempty"`
}

// thresholds gives those of an indicator in the order low, high, target.
func (b builder) thresholds(indicator string) []Threshold {
	var list []Threshold
	for _, limit := range dataset.Limits {
		for _, t := range b.data.Thresholds {
			if value := figure(t.Value); t.Indicator == indicator && t.Limit == limit && value != nil {
				list = append(list, Threshold{limit, *value, t.Period, t.Source, t.Locator, t.Note})
			}
		}
	}
	return list
}

// levelNames are the classes of coverage, in their order.
var levelNames = []string{"low", "medium", "high"}

// levels gives the classes that a number reaches into: one, or for a range all from its lower to
// its higher end. A number that equals a threshold is medium, since the sources say "under" and
// "more than". There are none where the field does not divide.
func levels(thresholds []Threshold, n *Number) []string {
	limit := func(name string) int {
		return slices.IndexFunc(thresholds, func(t Threshold) bool { return t.Limit == name })
	}
	low, high := limit("low"), limit("high")
	if n == nil || low < 0 || high < 0 {
		return nil
	}
	level := func(f *Figure, open int) int {
		switch {
		case f == nil:
			return open
		case f.N < thresholds[low].Value.N:
			return 0
		case f.N > thresholds[high].Value.N:
			return 2
		}
		return 1
	}
	from, to := n.Low, n.High
	if n.Value != nil {
		from, to = n.Value, n.Value
	}
	return levelNames[level(from, 0) : level(to, 2)+1]
}
