package site

import (
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Correction is something that the atlas had wrong and put right.
type Correction struct {
	Corrected string `json:"corrected"`
	Indicator string `json:"indicator"`
	Country   string `json:"country"`
	Period    int    `json:"period"`
	Basis     string `json:"basis,omitempty"`
	Said      Said   `json:"said"`
	Says      Said   `json:"says"`
	// Edition or Day tells since when it was wrong.
	Edition string `json:"edition,omitempty"`
	Day     string `json:"day,omitempty"`
	Source  string `json:"source"`
	Locator string `json:"locator"`
	// Noticed is a name; empty for somebody who is not to be named.
	Noticed string `json:"noticed,omitempty"`
	Note    string `json:"note,omitempty"`
}

// Said is what the atlas said or says: a status, or the state value with its number.
type Said struct {
	State  string  `json:"state"`
	Number *Number `json:"number,omitempty"`
}

// corrections lists them, the newest first.
func (b builder) corrections() []Correction {
	list := []Correction{}
	for _, c := range slices.Backward(b.data.Corrections) {
		one := Correction{Corrected: c.Corrected, Indicator: c.Indicator, Country: key(c.Country), Period: c.Period, Basis: c.Basis,
			Said: said(c.Said), Says: said(c.Says), Source: c.Source, Locator: c.Locator, Noticed: c.Noticed, Note: c.Note}
		if strings.Contains(c.Since, ".") {
			one.Edition = c.Since
		} else {
			one.Day = c.Since
		}
		if c.Noticed == dataset.Anonymous {
			one.Noticed = ""
		}
		list = append(list, one)
	}
	slices.SortStableFunc(list, func(a, b Correction) int { return strings.Compare(b.Corrected, a.Corrected) })
	return list
}

func said(text string) Said {
	if slices.Contains(dataset.Statuses, text) {
		return Said{State: text}
	}
	n := &Number{Value: figure(text)}
	if low, high, isRange := strings.Cut(text, "-"); isRange {
		n = &Number{Low: figure(low), High: figure(high)}
	}
	return Said{string(status.Value), n}
}
