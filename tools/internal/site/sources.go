package site

import (
	"maps"
	"slices"
)

// Source is a publication with what it supports.
type Source struct {
	ID        string `json:"id"`
	Tier      int    `json:"tier"`
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Year      int    `json:"year,omitempty"`
	URL       string `json:"url,omitempty"`
	Language  string `json:"language"`
	Licence   string `json:"licence,omitempty"`
	Accessed  string `json:"accessed"`
	Note      string `json:"note,omitempty"`
	// Supports says for each indicator, in the order of pages, which countries it speaks of.
	Supports []Support `json:"supports,omitempty"`
	// Totals counts the printed head-counts, aggregate figures and thresholds taken from it.
	Totals int `json:"totals,omitempty"`
	// Noted are the countries on which a note rests on it.
	Noted []string `json:"noted,omitempty"`
}

// Support is what a source says about one indicator.
type Support struct {
	Indicator    string   `json:"indicator"`
	Countries    []string `json:"countries"`
	Observations int      `json:"observations"`
}

func (b builder) sources() []Source {
	supports, noted := b.supports(), b.noted()
	totals := map[string]int{}
	for _, t := range b.data.Totals {
		totals[t.Source]++
	}
	for _, a := range b.data.Aggregates {
		totals[a.Source]++
	}
	for _, t := range b.data.Thresholds {
		totals[t.Source]++
	}
	list := make([]Source, len(b.data.Sources))
	for i, s := range b.data.Sources {
		list[i] = Source{s.ID, s.Tier, s.Title, s.Publisher, s.Year, s.URL, s.Language, s.Licence, s.Accessed, s.Note,
			supports[s.ID], totals[s.ID], noted[s.ID]}
	}
	return list
}

func (b builder) supports() map[string][]Support {
	type cell struct{ source, indicator string }
	countries, n := map[cell]map[string]bool{}, map[cell]int{}
	for _, o := range b.data.Observations {
		at := cell{o.Source, o.Indicator}
		if countries[at] == nil {
			countries[at] = map[string]bool{}
		}
		countries[at][key(o.Country)] = true
		n[at]++
	}
	list := map[string][]Support{}
	for _, s := range b.data.Sources {
		for _, i := range b.data.Indicators {
			at := cell{s.ID, i.ID}
			if n[at] > 0 {
				list[s.ID] = append(list[s.ID], Support{i.ID, slices.Sorted(maps.Keys(countries[at])), n[at]})
			}
		}
	}
	return list
}
