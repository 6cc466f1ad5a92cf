package site

import "fmt"

// Figures are what topics cite: aggregates by their id, and printed totals of the world by
// "indicator year source".
type Figures struct {
	Aggregates map[string]Aggregate    `json:"aggregates"`
	Printed    map[string]PrintedTotal `json:"printed"`
}

// Aggregate is a figure about the world or a part of it.
type Aggregate struct {
	Number Number `json:"number"`
	// Percent tells that it is a share in percent.
	Percent bool `json:"percent,omitempty"`
	// Year is 0 where the source gives none for it.
	Year    int    `json:"year"`
	Source  string `json:"source"`
	Locator string `json:"locator"`
}

// PrintedTotal is a number of countries as a publication prints it.
type PrintedTotal struct {
	Countries int `json:"countries"`
	Year      int `json:"year"`
}

func (b builder) figures() Figures {
	f := Figures{map[string]Aggregate{}, map[string]PrintedTotal{}}
	for _, a := range b.data.Aggregates {
		f.Aggregates[a.ID] = Aggregate{Number{figure(a.Value), figure(a.Low), figure(a.High)}, a.Percent(), a.Period, a.Source, a.Locator}
	}
	for _, t := range b.data.Totals {
		if t.Scope == "world" {
			f.Printed[fmt.Sprintf("%s %d %s", t.Indicator, t.Period, t.Source)] = PrintedTotal{t.Countries, t.Period}
		}
	}
	return f
}

// Term is an entry of the glossary, by language.
type Term struct {
	ID string `json:"id"`
	// Names, Shorts and Definitions are keyed by language.
	Names       map[string]string `json:"names"`
	Shorts      map[string]string `json:"shorts,omitempty"`
	Definitions map[string]string `json:"definitions"`
}

// terms gives the glossary in the order of its keys.
func (b builder) terms() []Term {
	var list []Term
	for _, t := range b.data.Terms {
		if len(list) == 0 || list[len(list)-1].ID != t.ID {
			list = append(list, Term{t.ID, map[string]string{}, map[string]string{}, map[string]string{}})
		}
		last := list[len(list)-1]
		last.Names[t.Lang], last.Definitions[t.Lang] = t.Name, t.Definition
		if t.Short != "" {
			last.Shorts[t.Lang] = t.Short
		}
	}
	return list
}

// remarks gives what notes and reasons of the data say in other languages: language → English → the same.
func (b builder) remarks() map[string]map[string]string {
	said := map[string]map[string]string{}
	for _, r := range b.data.Remarks {
		if said[r.Lang] == nil {
			said[r.Lang] = map[string]string{}
		}
		said[r.Lang][r.Said] = r.Translation
	}
	return said
}

// Wording is a word that is not written here, and what is written instead.
type Wording struct {
	Avoid   string `json:"avoid"`
	Instead string `json:"instead"`
	Why     string `json:"why"`
}

// wordings gives the words by language.
func (b builder) wordings() map[string][]Wording {
	list := map[string][]Wording{}
	for _, w := range b.data.Wordings {
		list[w.Lang] = append(list[w.Lang], Wording{w.Avoid, w.Instead, w.Why})
	}
	return list
}
