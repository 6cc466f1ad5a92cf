package site

import (
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
)

// Difference is what two editions say otherwise about one indicator in one country.
type Difference struct {
	Kind      change.Kind `json:"kind"`
	Indicator string      `json:"indicator"`
	Country   string      `json:"country"`
	Basis     string      `json:"basis,omitempty"`
	// Was and Now are what each says; absent where it says nothing.
	Was *Entry `json:"was,omitempty"`
	Now *Entry `json:"now,omitempty"`
}

// Differences are all between an edition and a later one, or the current data.
type Differences struct {
	From string `json:"from"`
	// To is empty for the current data.
	To string `json:"to,omitempty"`
	// Date is that of the later edition, or of the one in the making.
	Date        string       `json:"date"`
	Differences []Difference `json:"differences"`
}

// Between adds what differs between two editions; callers begin with the newest pair. An empty
// to means the current data.
func (p *Pages) Between(from, to string, changes []change.Change) {
	d := Differences{From: from, To: to, Date: p.Atlas.Edition.Date, Differences: []Difference{}}
	if i := slices.IndexFunc(p.Editions, func(e FrozenEdition) bool { return to != "" && e.Number == to }); i >= 0 {
		d.Date = p.Editions[i].Date
	}
	for _, c := range changes {
		one := Difference{Kind: c.Kind(), Indicator: c.Indicator, Country: key(c.Country), Basis: c.Basis}
		if c.Old != nil {
			one.Was = p.said(*c.Old, false)
		}
		if c.New != nil {
			one.Now = p.said(*c.New, to == "")
		}
		d.Differences = append(d.Differences, one)
	}
	p.Changes.Editions = append(p.Changes.Editions, d)
}

// said gives a row as an entry: the current one as the profile has it, so that both pages use
// the same words.
func (p *Pages) said(r change.Row, current bool) *Entry {
	e := entryOfRow(r)
	for _, now := range p.Countries[e.Country].Entries {
		for _, one := range append([]Entry{now}, now.Others...) {
			if current && one.Lead != nil && one.Indicator == e.Indicator && one.Basis == e.Basis {
				e.Earlier, e.Fill, e.Lead = one.Earlier, one.Fill, one.Lead
			}
		}
	}
	e.Says = e.saying()
	return &e
}
