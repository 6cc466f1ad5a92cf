package site

import (
	"maps"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Country is a profile.
type Country struct {
	ID    string            `json:"id"`
	ISO3  string            `json:"iso3"`
	ISO2  string            `json:"iso2"`
	Names map[string]string `json:"names"`
	// Aliases are other and former names, in whatever language, by which people look for it.
	Aliases    []string `json:"aliases,omitempty"`
	Region     string   `json:"region"`
	Subregion  string   `json:"subregion,omitempty"`
	StatusNote string   `json:"status_note,omitempty"`
	// Summary is what is known about the core questions, in sentences.
	Summary []Claim `json:"summary"`
	// Entries holds every indicator, in the order of pages, those without data included. Templates, which know
	// that order from the record of the atlas, find them by indicator.
	Entries []Entry `json:"-"`
	Changes Changes `json:"changes"`
	// Missing are the indicators that no source speaks of, Old those whose answer or number is old,
	// Inferred those that no source states itself.
	Missing  []string `json:"missing,omitempty"`
	Old      []string `json:"old,omitempty"`
	Inferred []string `json:"inferred,omitempty"`
	// WithData counts the indicators that say anything, Newest is the newest year they are about.
	WithData int `json:"with_data"`
	Newest   int `json:"newest,omitempty"`
	// Observations counts what sources say about the country.
	Observations int `json:"observations"`
	// Sources are the ids of the publications on the page, by the order of first use.
	Sources []string `json:"sources,omitempty"`
	// Beside are the countries with which it is compared when nobody has chosen yet, by language in
	// its alphabetical order: its neighbours by land, or else others of its region.
	Beside map[string][]string `json:"beside"`
	// Footnotes are the places on which the answers rest, by the order of first use.
	Footnotes []Footnote `json:"footnotes,omitempty"`
	// Timeline is the row of years on which the histories stand; nil if there are none.
	Timeline *Timeline `json:"timeline,omitempty"`
}

func (b builder) country(c dataset.Country, entry func(indicator string) Entry) Country {
	page := Country{ID: key(c.ISO3), ISO3: c.ISO3, ISO2: c.ISO2, Names: b.names.of(c.ISO3), Aliases: b.names.aliases(c.ISO3), Region: c.Region,
		Subregion: c.M49Subregion, StatusNote: c.StatusNote}
	for _, i := range b.data.Indicators {
		e := page.annotate(entry(i.ID))
		e.Current = e.current()
		page.Entries = append(page.Entries, e)
		page.gaps(e)
		page.take(e)
		for _, other := range e.Others {
			page.take(other)
		}
	}
	page.place(b.data.Edition.Year())
	page.Summary = summary(page.Entries)
	return page
}

// gaps notes what is missing, old or inferred about an indicator.
func (c *Country) gaps(e Entry) {
	if says(e) {
		c.WithData++
	} else {
		c.Missing = append(c.Missing, e.Indicator)
	}
	if e.Stale {
		c.Old = append(c.Old, e.Indicator)
	}
	if e.Inferred {
		c.Inferred = append(c.Inferred, e.Indicator)
	}
}

// take counts an entry's statements and notes its sources.
func (c *Country) take(e Entry) {
	if e.Lead != nil {
		c.Newest = max(c.Newest, e.Year)
	}
	for _, m := range e.History {
		c.Observations += len(m.Statements)
		for _, s := range m.Statements {
			if !slices.Contains(c.Sources, s.Source) {
				c.Sources = append(c.Sources, s.Source)
			}
		}
	}
}

func newestFirst(years map[int]bool) []int {
	list := slices.Sorted(maps.Keys(years))
	slices.Reverse(list)
	return list
}
