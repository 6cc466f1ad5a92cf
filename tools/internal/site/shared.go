package site

import "github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

// A page shows its own record and looks up little about the rest of the atlas. What it may look
// up stands in the records of this file, apart from the large ones: a page then need not be made
// again because something else changed in the record of another.

// Named is by what a country is called and found, and where it lies.
type Named struct {
	ISO2  string            `json:"iso2"`
	Names map[string]string `json:"names"`
	// Aliases are other and former names, in whatever language, by which people look for it.
	Aliases []string `json:"aliases,omitempty"`
	Region  string   `json:"region"`
}

// Measure is how an indicator counts, and what the world and the field hold its numbers against.
type Measure struct {
	Kind        string      `json:"kind"`
	Unit        string      `json:"unit,omitempty"`
	StaleBefore int         `json:"stale_before"`
	Thresholds  []Threshold `json:"thresholds,omitempty"`
	World       *World      `json:"world,omitempty"`
}

// Cited is how a publication is named where something rests on it.
type Cited struct {
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Year      int    `json:"year,omitempty"`
	URL       string `json:"url,omitempty"`
	Language  string `json:"language"`
}

// Shared are the records that pages look up about others.
type Shared struct {
	Totals    Totals                             // the size of the whole
	Directory map[string]Named                   // by country
	Measures  map[string]Measure                 // by indicator
	Cited     map[string]Cited                   // by source
	Members   map[string]map[string][]string     // the countries of a region, by language in its alphabetical order
	Core      map[string][]Entry                 // by country, the core answers in short
	Context   map[string]map[string]RegionCounts // by region and indicator
	Lead      map[string]Indicator               // by region, the first core indicator there
	Printed   map[string][]PrintedThere          // by region, the totals that publications print
	Followed  map[string][]string                // of what there are pages of changes: "indicators" and "regions"
}

// shared takes them from the records of pages.
func (p Pages) shared() Shared {
	s := Shared{Totals: p.Atlas.Totals, Directory: map[string]Named{}, Measures: map[string]Measure{}, Cited: map[string]Cited{},
		Members: map[string]map[string][]string{}, Core: map[string][]Entry{}, Context: map[string]map[string]RegionCounts{}, Followed: map[string][]string{}}
	for id, c := range p.Countries {
		s.Directory[id] = Named{c.ISO2, c.Names, c.Aliases, c.Region}
		for _, e := range c.Entries[:min(len(p.Atlas.Core), len(c.Entries))] {
			s.Core[id] = append(s.Core[id], e.short())
		}
	}
	for _, source := range p.Sources {
		s.Cited[source.ID] = Cited{source.Title, source.Publisher, source.Year, source.URL, source.Language}
	}
	for _, id := range p.Atlas.Regions {
		s.Members[id], s.Context[id] = p.Regions[id].Countries, map[string]RegionCounts{}
		if _, followed := p.Changes.Regions[id]; followed {
			s.Followed["regions"] = append(s.Followed["regions"], id)
		}
	}
	for _, id := range p.Atlas.Indicators {
		i := p.Indicators[id]
		s.Measures[id] = Measure{i.Kind, i.Unit, i.StaleBefore, i.Thresholds, i.World}
		for _, r := range i.Regions {
			s.Context[r.Region][id] = r
		}
		if _, followed := p.Changes.Indicators[id]; followed {
			s.Followed["indicators"] = append(s.Followed["indicators"], id)
		}
	}
	s.Lead, s.Printed = p.leads(), p.printed()
	return s
}

// leads gives for each region the first core indicator as its page shows it: with the countries of
// the region and their counts alone.
func (p Pages) leads() map[string]Indicator {
	leads := map[string]Indicator{}
	for _, id := range p.Atlas.Core[:min(1, len(p.Atlas.Core))] {
		for _, r := range p.Indicators[id].Regions {
			lead := p.Indicators[id]
			lead.Counts, lead.Entries = r.Counts, map[string]Entry{}
			lead.Regions, lead.Trend, lead.Published = nil, nil, nil
			for _, c := range p.Regions[r.Region].Countries[dataset.Languages[0]] {
				if e, said := p.Indicators[id].Entries[c]; said {
					lead.Entries[c] = e
				}
			}
			leads[r.Region] = lead
		}
	}
	return leads
}

// PrintedThere is a total that publications print about a region.
type PrintedThere struct {
	Indicator string `json:"indicator"`
	Total     Total  `json:"total"`
}

func (p Pages) printed() map[string][]PrintedThere {
	printed := map[string][]PrintedThere{}
	for _, i := range p.Reconciliation.Indicators {
		for _, t := range i.Totals {
			if _, region := p.Regions[t.Scope]; region {
				printed[t.Scope] = append(printed[t.Scope], PrintedThere{i.Indicator, t})
			}
		}
	}
	return printed
}

// short keeps of an entry what a cell of a table says.
func (e Entry) short() Entry {
	return Entry{Indicator: e.Indicator, Country: e.Country, State: e.State, Fill: e.Fill, Year: e.Year, Inferred: e.Inferred,
		Stale: e.Stale, Earlier: e.Earlier, Number: e.Number, Says: e.Says}
}
