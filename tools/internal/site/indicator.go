package site

import (
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Indicator is the page of an indicator.
type Indicator struct {
	ID         string `json:"id"`
	Kind       string `json:"kind"`
	Unit       string `json:"unit,omitempty"`
	Group      string `json:"group"`
	StaleAfter int    `json:"stale_after"`
	// StaleBefore is the year before which a latest value counts as old.
	StaleBefore int    `json:"stale_before"`
	Counts      Counts `json:"counts"`
	// Thresholds are where the field calls coverage low and high, and what it wants reached.
	Thresholds []Threshold `json:"thresholds,omitempty"`
	// World is the newest figure for the world, from a publication.
	World *World `json:"world,omitempty"`
	// Classes are the colours of a map of numbers.
	Classes []Class `json:"classes,omitempty"`
	// Straddling counts ranges that no single class holds.
	Straddling int `json:"straddling,omitempty"`
	// Published is the newest head-count of the world that a publisher prints.
	Published *Published `json:"published,omitempty"`
	// Entries is keyed by country; countries without data are not in it.
	Entries map[string]Entry `json:"entries"`
	// Regions are the counts of each region, in the order of pages.
	Regions []RegionCounts `json:"regions"`
	// Trend is missing where fewer than two years have a status.
	Trend *Trend `json:"trend,omitempty"`
	// Periods are the years with at least one observation, newest first.
	Periods []int `json:"periods"`
	// Reported are the years with at least one status on the headline basis, oldest first.
	Reported []int `json:"reported"`
	// Observations and Sources say how much the page rests on.
	Observations int `json:"observations"`
	Sources      int `json:"sources"`
}

// Published is a head-count that a publisher prints.
type Published struct {
	Countries int    `json:"countries"`
	Period    int    `json:"period"`
	Source    string `json:"source"`
}

// Counts says how many countries have which latest status.
type Counts struct {
	Countries int `json:"countries"`
	Yes       int `json:"yes"`
	No        int `json:"no"`
	Unknown   int `json:"unknown"`
	Contested int `json:"contested"`
	Value     int `json:"value"`
	NoData    int `json:"no_data"`
	// Of these, how many are old, and how many rest on derived observations only.
	StaleYes   int `json:"stale_yes"`
	StaleNo    int `json:"stale_no"`
	StaleValue int `json:"stale_value"`
	Inferred   int `json:"inferred"`
	// Alcohol counts the figures that include people treated for alcohol.
	Alcohol int `json:"alcohol"`
}

// RegionCounts are the counts of one region.
type RegionCounts struct {
	Region string `json:"region"`
	Counts Counts `json:"counts"`
	// Spreads say how far apart the region's figures lie, for shares and rates.
	Spreads []Spread `json:"spreads,omitempty"`
}

// indicator makes the page, and the full entry of each profile for the profiles themselves.
func (b builder) indicator(i dataset.Indicator) (Indicator, []Entry) {
	page := Indicator{ID: i.ID, Kind: i.Kind, Unit: i.Unit, Group: i.Group, StaleAfter: i.StaleAfter,
		StaleBefore: b.data.Edition.Year() - i.StaleAfter, Entries: map[string]Entry{}, Thresholds: b.thresholds(i.ID), World: b.world(i.ID)}
	profiles := b.profiles()
	entries := make([]Entry, len(profiles))
	for n, c := range profiles {
		entries[n] = b.entry(i, c.ISO3)
	}
	if i.Counts() {
		page.Classes = classify(entries)
	}
	byRegion := map[string][]Entry{}
	for n, e := range entries {
		page.take(e)
		byRegion[profiles[n].Region] = append(byRegion[profiles[n].Region], e)
	}
	for _, r := range b.data.Regions {
		page.Regions = append(page.Regions, regionCounts(i, r.ID, byRegion[r.ID]))
	}
	page.Trend = b.trend(i)
	page.Published = b.published(i.ID)
	page.Periods, page.Observations, page.Sources = b.extent(i.ID)
	return page, entries
}

func regionCounts(i dataset.Indicator, region string, entries []Entry) RegionCounts {
	r := RegionCounts{Region: region, Spreads: spreads(i, entries)}
	for _, e := range entries {
		r.Counts.add(e)
	}
	return r
}

// take counts an entry and keeps it, less what only the profile shows.
func (page *Indicator) take(e Entry) {
	page.Counts.add(e)
	if e.Class == carto.Range {
		page.Straddling++
	}
	if e.Lead == nil && len(e.Others) == 0 {
		return
	}
	e.Partial = len(e.Others)
	e.Agree, e.Silent, e.Repeats, e.History, e.Others, e.Levels = nil, nil, nil, nil, nil, nil
	page.Entries[e.Country] = e
}

func (c *Counts) add(e Entry) {
	c.Countries++
	stale := 0
	if e.Stale {
		stale = 1
	}
	if e.Inferred {
		c.Inferred++
	}
	if e.Alcohol {
		c.Alcohol++
	}
	switch status.State(e.State) {
	case status.Yes:
		c.Yes++
		c.StaleYes += stale
	case status.No:
		c.No++
		c.StaleNo += stale
	case status.Unknown:
		c.Unknown++
	case status.Contested:
		c.Contested++
	case status.Value:
		c.Value++
		c.StaleValue += stale
	default:
		c.NoData++
	}
}

// extent gives the periods (newest first), the number of observations and of sources.
func (b builder) extent(indicator string) (periods []int, observations, sources int) {
	years, cited := map[int]bool{}, map[string]bool{}
	for _, o := range b.data.Observations {
		if o.Indicator == indicator {
			years[o.Period], cited[o.Source] = true, true
			observations++
		}
	}
	return newestFirst(years), observations, len(cited)
}

// published gives the newest printed count of the world; of two of one year, the better tier's.
func (b builder) published(indicator string) *Published {
	var best *Published
	var tier int
	for _, t := range b.data.Totals {
		source, _ := b.data.Source(t.Source)
		newer := best == nil || t.Period > best.Period || t.Period == best.Period && source.Tier < tier
		if t.Indicator == indicator && t.Scope == "world" && newer {
			best, tier = &Published{t.Countries, t.Period, t.Source}, source.Tier
		}
	}
	return best
}
