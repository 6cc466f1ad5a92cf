package site

import (
	"cmp"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// The kinds of change.
const (
	Gained = "gained" // yes after no
	Lost   = "lost"   // no after yes
	Known  = "known"  // a yes or no where there was no answer before
)

// Change is an answer that differs from the one before it, or the first there is. Only answers
// that sources state or imply make a change: an inferred, contested or unknown one never does.
type Change struct {
	Kind      string `json:"kind"`
	Indicator string `json:"indicator"`
	Country   string `json:"country"`
	// From is the answer before, in the last year that gave it; nil where something is newly known.
	From *Earlier `json:"from,omitempty"`
	To   Earlier  `json:"to"`
	// Before and Lead are the statements that stand for the two answers.
	Before *Statement `json:"before,omitempty"`
	Lead   Statement  `json:"lead"`
	// Read is the month in which the later of their sources was read: the earliest in which the
	// atlas could know. A new edition does not move it.
	Read string `json:"read"`
}

// Changes are what changed in one part of the atlas.
type Changes struct {
	Gained int `json:"gained"`
	Lost   int `json:"lost"`
	// Years hold gains and losses together, newest first.
	Years []YearOfChanges `json:"years"`
	// Firsts hold what is newly known, newest first; those of the world begin with FirstsSince.
	Firsts      []YearOfChanges `json:"firsts"`
	FirstsSince int             `json:"firsts_since,omitempty"`
}

// YearOfChanges are the changes to answers about one year, by indicator, then by country.
type YearOfChanges struct {
	Year    int      `json:"year"`
	Gained  int      `json:"gained"`
	Lost    int      `json:"lost"`
	Changes []Change `json:"changes"`
}

// ChangePages are the records of all pages about changes. Numbers have none: two publications
// seldom count alike, so that a difference of their numbers says nothing.
type ChangePages struct {
	World      Changes            `json:"world"`
	Indicators map[string]Changes `json:"indicators"`
	Regions    map[string]Changes `json:"regions"`
	// Editions are the differences between frozen editions, those of the current data first;
	// whoever unpacks editions fills them in.
	Editions []Differences `json:"editions"`
}

// firstsOfWorld is how many years before the edition's the page of the world still lists what
// is newly known; what is older stands on the pages of indicators, regions and countries.
const firstsOfWorld = 5

func (b builder) changePages(all []Change) ChangePages {
	p := ChangePages{World: changesIn(all), Indicators: map[string]Changes{}, Regions: map[string]Changes{}, Editions: []Differences{}}
	p.World.FirstsSince = b.data.Edition.Year() - firstsOfWorld
	p.World.Firsts = slices.DeleteFunc(p.World.Firsts, func(y YearOfChanges) bool { return y.Year < p.World.FirstsSince })
	for _, i := range b.data.Indicators {
		if !i.Counts() {
			p.Indicators[i.ID] = changesIn(only(all, func(c Change) bool { return c.Indicator == i.ID }))
		}
	}
	regions := map[string]string{}
	for _, c := range b.profiles() {
		regions[key(c.ISO3)] = c.Region
	}
	for _, r := range b.data.Regions {
		p.Regions[r.ID] = changesIn(only(all, func(c Change) bool { return regions[c.Country] == r.ID }))
	}
	return p
}

// changesIn groups changes, newest first, by year.
func changesIn(all []Change) Changes {
	var c Changes
	c.Years = byYear(only(all, func(c Change) bool { return c.Kind != Known }))
	c.Firsts = byYear(only(all, func(c Change) bool { return c.Kind == Known }))
	for _, y := range c.Years {
		c.Gained += y.Gained
		c.Lost += y.Lost
	}
	return c
}

func byYear(all []Change) []YearOfChanges {
	years := []YearOfChanges{}
	for _, c := range all {
		if len(years) == 0 || years[len(years)-1].Year != c.To.Year {
			years = append(years, YearOfChanges{Year: c.To.Year})
		}
		y := &years[len(years)-1]
		y.Changes = append(y.Changes, c)
		switch c.Kind {
		case Gained:
			y.Gained++
		case Lost:
			y.Lost++
		}
	}
	return years
}

func only(all []Change, want func(Change) bool) []Change {
	var some []Change
	for _, c := range all {
		if want(c) {
			some = append(some, c)
		}
	}
	return some
}

// changes lists all, newest first, then in the order of indicators and countries.
func (b builder) changes() []Change {
	var list []Change
	for _, s := range b.statuses.All {
		if s.National() {
			list = append(list, changesOf(s)...)
		}
	}
	for n := range list {
		list[n].Read = b.read(list[n])
	}
	order := func(id string) int {
		return slices.IndexFunc(b.data.Indicators, func(i dataset.Indicator) bool { return i.ID == id })
	}
	slices.SortStableFunc(list, func(a, b Change) int {
		return cmp.Or(cmp.Compare(b.To.Year, a.To.Year), cmp.Compare(order(a.Indicator), order(b.Indicator)))
	})
	return list
}

func changesOf(s status.Series) []Change {
	var list []Change
	var before *status.Conclusion
	doubtful := false // an inferred or contested answer came first
	for i, c := range s.Periods {
		if !c.State.Known() || c.Derived {
			doubtful = doubtful || c.State != status.Unknown
			continue
		}
		switch {
		case before == nil && !doubtful:
			list = append(list, newChange(Known, nil, c))
		case before != nil && before.State != c.State:
			list = append(list, newChange(map[status.State]string{status.Yes: Gained, status.No: Lost}[c.State], before, c))
		}
		before = &s.Periods[i]
	}
	return list
}

func newChange(kind string, before *status.Conclusion, c status.Conclusion) Change {
	one := Change{Kind: kind, Indicator: c.Indicator, Country: key(c.Country), To: Earlier{string(c.State), c.Period}, Lead: statement(c.Lead)}
	if before != nil {
		lead := statement(before.Lead)
		one.From, one.Before = &Earlier{string(before.State), before.Period}, &lead
	}
	return one
}

func (b builder) read(c Change) string {
	source, _ := b.data.Source(c.Lead.Source)
	month := source.Accessed
	if c.Before != nil {
		before, _ := b.data.Source(c.Before.Source)
		month = max(month, before.Accessed)
	}
	return month
}
