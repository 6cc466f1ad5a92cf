// Package site makes the records that the templates show: one struct for each kind of page.
//
// The records hold codes and numbers, never words, so that one set serves every language;
// keys are lower case with underscores, addresses use lower-case country codes.
package site

import (
	"strings"
	"sync"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Pages are the records of all pages.
type Pages struct {
	Atlas      Atlas
	Countries  map[string]Country
	Indicators map[string]Indicator
	Regions    map[string]Region
	Sources    []Source
	Changes    ChangePages
	// Corrections are the newest first.
	Corrections []Correction
	Maps        Maps
	// Years are keyed by indicator; they are files of their own.
	Years map[string]Years
	// What the pages on the method rest on.
	Evidence       Evidence
	Reconciliation Reconciliation
	LeftOut        []LeftOut
	Areas          []Area
	Figures        Figures
	Terms          []Term
	Wordings       map[string][]Wording
	// Remarks are notes and reasons of the data in other languages: language → English → the same.
	Remarks map[string]map[string]string
	// Editions are the frozen ones, newest first; whoever unpacks them fills them in.
	Editions []FrozenEdition
}

// Build makes the records from a data set that keeps every rule and its maps.
func Build(d *dataset.Dataset, a *status.Atlas, maps Maps) Pages {
	b := builder{d, a, namer{d}}
	p := Pages{
		Countries:  map[string]Country{},
		Indicators: map[string]Indicator{},
		Regions:    map[string]Region{},
		Years:      map[string]Years{},
	}
	var group sync.WaitGroup
	group.Go(func() { p.Reconciliation = b.reconciliation() }) // a third of the work, and apart from the rest
	entries := map[string][]Entry{}
	for _, i := range d.Indicators {
		page, all := b.indicator(i)
		entries[i.ID] = all
		p.Years[i.ID] = b.years(i, page.Classes)
		page.Reported = p.Years[i.ID].Periods
		p.Indicators[i.ID] = page
	}
	changes := b.changes()
	p.Changes = b.changePages(changes)
	for n, c := range b.profiles() {
		page := b.country(c, func(indicator string) Entry { return entries[indicator][n] })
		page.Changes = changesIn(only(changes, func(c Change) bool { return c.Country == page.ID }))
		p.Countries[page.ID] = page
	}
	for _, r := range d.Regions {
		p.Regions[r.ID] = b.region(r)
	}
	p.Maps = maps.inOrderOf(d.Regions, p.Regions)
	b.compare(p, maps.Borders)
	b.byNeed(p)
	p.Sources = b.sources()
	p.Corrections = b.corrections()
	p.Evidence, p.LeftOut, p.Areas = b.evidence(), b.leftOut(), b.areas()
	p.Figures, p.Terms, p.Wordings, p.Remarks = b.figures(), b.terms(), b.wordings(), b.remarks()
	group.Wait()
	p.Atlas = b.overview(p)
	return p
}

// builder holds what every record is made from.
type builder struct {
	data     *dataset.Dataset
	statuses *status.Atlas
	names    namer
}

// profiles gives the countries that have a page.
func (b builder) profiles() []dataset.Country {
	var list []dataset.Country
	for _, c := range b.data.Countries {
		if c.Profile {
			list = append(list, c)
		}
	}
	return list
}

// key gives a country's code as addresses use it.
func key(iso3 string) string { return strings.ToLower(iso3) }
