// Package picture says what belongs on maps and cards, and words them.
package picture

import (
	"errors"
	"maps"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// Captioner words pictures and keeps its errors, so that the wording reads as one piece. It is not
// for several goroutines; each has its own.
type Captioner struct {
	words *words.Words
	pages site.Pages
	said  map[phrase]string // what was worded already
	err   error
}

// phrase is what the words of a status without a number depend on.
type phrase struct {
	state, how, before string
	year, beforeYear   int
}

// NewCaptioner words pictures of the records of pages.
func NewCaptioner(w *words.Words, pages site.Pages) *Captioner {
	return &Captioner{words: w, pages: pages, said: map[phrase]string{}}
}

// Err tells what could not be worded; no picture may be published then.
func (c *Captioner) Err() error { return c.err }

// Say gives a string of the interface with its blanks filled.
func (c *Captioner) Say(key string, values map[string]any) string {
	text, err := c.words.Get(key, values)
	c.err = errors.Join(c.err, err)
	return text
}

// about gives a text about an indicator.
func (c *Captioner) about(id, what string) string {
	text, err := c.words.About(id, what)
	c.err = errors.Join(c.err, err)
	return text
}

// World words the map of every country's latest status.
func (c *Captioner) World(i site.Indicator) carto.Map {
	m := c.picture(i, "indicator/"+i.ID+"/", c.latest(i, c.pages.Countries))
	m.Title = c.about(i.ID, "title")
	return m
}

// Region words the map of a region's countries.
func (c *Captioner) Region(i site.Indicator, region string) carto.Map {
	members := maps.Clone(c.pages.Countries)
	maps.DeleteFunc(members, func(_ string, country site.Country) bool { return country.Region != region })
	m := c.picture(i, "region/"+region+"/", c.latest(i, members))
	m.Title = c.Say("picture_title_region", map[string]any{"Indicator": c.about(i.ID, "title"), "Region": c.Say("region_"+region, nil)})
	return m
}

// Period words the map of what was reported about one year, and nothing else.
func (c *Captioner) Period(i site.Indicator, period int) carto.Map {
	entries := map[string]site.Entry{}
	for id, country := range c.pages.Countries {
		entries[id] = momentEntry(i, entryOf(country, i.ID), period)
	}
	m := c.picture(i, "indicator/"+i.ID+"/", entries)
	m.Title = c.Say("picture_title_period", map[string]any{"Indicator": c.about(i.ID, "title"), "Year": period})
	m.Date = c.Say("map_note_period", map[string]any{"Year": period})
	return m
}

// latest gives the entries of some countries, those without data included.
func (c *Captioner) latest(i site.Indicator, countries map[string]site.Country) map[string]site.Entry {
	entries := map[string]site.Entry{}
	for id := range countries {
		entry, known := i.Entries[id]
		if !known {
			entry = silent
		}
		entries[id] = entry
	}
	return entries
}

// silent is the entry of a country about which nothing is reported.
var silent = site.Entry{State: "no-data", Class: carto.None}

// entryOf finds a country's entry for an indicator, with all periods.
func entryOf(country site.Country, indicator string) *site.Entry {
	for n := range country.Entries {
		if country.Entries[n].Indicator == indicator {
			return &country.Entries[n]
		}
	}
	return nil
}

// momentEntry is a country's entry with nothing but what was reported about one year.
func momentEntry(i site.Indicator, e *site.Entry, period int) site.Entry {
	if e == nil {
		return silent
	}
	for _, m := range e.History {
		if m.Period != period {
			continue
		}
		entry := site.Entry{State: m.State, Year: period, Inferred: m.Derived, Number: m.Number, Alcohol: e.Alcohol, Class: carto.Class(m.State)}
		if m.State == "value" {
			entry.Class = site.ClassIn(*m.Number, i.Classes)
		}
		return entry
	}
	return silent
}

// picture words everything but the title. The address is that of the page that says more.
func (c *Captioner) picture(i site.Indicator, address string, entries map[string]site.Entry) carto.Map {
	edition, colon := c.pages.Atlas.Edition, c.Say("colon", nil)
	m := carto.Map{
		Lang: c.words.Lang(), RightToLeft: c.words.RightToLeft(),
		Subtitle: c.about(i.ID, "question"),
		Source: c.Say("picture_source", map[string]any{"Title": c.Say("site_name", nil), "Number": edition.Number,
			"Address": c.latin(edition.URL + c.words.Folder() + address)}),
		Date:       c.Say("map_note", map[string]any{"Date": c.words.Date(edition.Date)}),
		Disclaimer: c.Say("boundaries_disclaimer", nil),
		Countries:  make(map[string]carto.Told, len(entries)),
	}
	for id, e := range entries {
		country := c.pages.Countries[id]
		m.Countries[country.ISO3] = carto.Told{Fill: fillOf(e), Name: country.Names[m.Lang] + colon + c.status(e, i.Unit)}
	}
	m.Legend = c.legend(i, entries)
	return m
}

// status words an entry as the template fn/status.html does.
func (c *Captioner) status(e site.Entry, unit string) string {
	p := phrase{state: e.State, how: how(e), year: e.Year}
	if e.Earlier != nil {
		p.before, p.beforeYear = e.Earlier.State, e.Earlier.Year
	}
	if e.Number != nil {
		return c.phrase(p, c.number(*e.Number, unit))
	}
	if _, known := c.said[p]; !known {
		c.said[p] = c.phrase(p, c.Say("status_"+p.state, nil))
	}
	return c.said[p]
}

func (c *Captioner) phrase(p phrase, word string) string {
	if p.state == "no-data" {
		return word
	}
	text := c.Say("phrase_"+p.how, map[string]any{"Status": word, "Year": p.year})
	if p.before != "" {
		before := strings.ToLower(c.Say("status_"+p.before, nil))
		text = c.Say("phrase_earlier", map[string]any{"Now": text, "Status": before, "Year": p.beforeYear})
	}
	return text
}

// how tells which phrase words an entry.
func how(e site.Entry) string {
	switch {
	case e.State == "unknown":
		return "unknown"
	case e.Inferred:
		return "inferred"
	case e.Stale:
		return "stale"
	}
	return "stated"
}

func (c *Captioner) number(n site.Number, unit string) string {
	var text string
	var most float64
	switch {
	case n.Value != nil:
		text, most = c.figure(*n.Value), n.Value.N
	case n.Low != nil && n.High != nil:
		text, most = c.figure(*n.Low)+"–"+c.figure(*n.High), n.High.N
	case n.High != nil:
		text, most = c.Say("number_up_to", map[string]any{"High": c.figure(*n.High)}), n.High.N
	case n.Low != nil:
		text, most = c.Say("number_at_least", map[string]any{"Low": c.figure(*n.Low)}), n.Low.N
	}
	return c.Say("unit_"+unit, map[string]any{"Count": most, "Number": text})
}

// figure writes a number with the decimals of its source.
func (c *Captioner) figure(f site.Figure) string { return c.words.Number(f.N, f.Decimals) }

// latin isolates an address from the order of words around it (Unicode's LRI and PDI), so that no
// slash of it strays to the other end in a language written from right to left.
func (c *Captioner) latin(address string) string {
	if c.words.RightToLeft() {
		return "\u2066" + address + "\u2069"
	}
	return address
}
