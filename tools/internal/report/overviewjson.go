package report

import (
	"encoding/json"
	"io"

	"github.com/harm-reduction-atlas/atlas/tools/internal/agenda"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// These are the records of `status --format json`, a stable form: new members may come, none is
// renamed or taken away. Its schema is status.schema.json.
type (
	overviewRecord struct {
		Edition    string        `json:"edition"`
		Date       string        `json:"date"`
		NextYear   int           `json:"next_year"`
		Indicators []tallyRecord `json:"indicators"`
		Regions    []tallyRecord `json:"regions"`
		Gaps       int           `json:"gaps"`
		Next       []gapRecord   `json:"next"`
	}
	tallyRecord struct {
		ID        string `json:"id"`
		Countries int    `json:"countries"`
		// Core is how many countries of a region have data on each core indicator.
		Core      map[string]int `json:"core,omitempty"`
		Places    int            `json:"places"`
		States    map[string]int `json:"states"`
		Fresh     int            `json:"fresh"`
		StaleNext int            `json:"stale_next"`
		Stale     int            `json:"stale"`
		Inferred  int            `json:"inferred"`
		Newest    int            `json:"newest,omitempty"`
		Median    int            `json:"median,omitempty"`
		Oldest    int            `json:"oldest,omitempty"`
	}
	gapRecord struct {
		Indicator string          `json:"indicator"`
		Country   string          `json:"country"`
		Status    string          `json:"status"`
		Year      int             `json:"year,omitempty"`
		People    int             `json:"people_who_inject,omitempty"`
		Reasons   []agenda.Reason `json:"reasons"`
	}
)

// OverviewJSON writes what the tables of the overview say, with at most so many gaps, for other
// programs.
func OverviewJSON(w io.Writer, d *dataset.Dataset, a *status.Atlas, most int) error {
	gaps := agenda.Of(d, a)
	record := overviewRecord{Edition: d.Edition.Number, Date: d.Edition.Date, NextYear: d.Edition.Next(), Gaps: len(gaps),
		Indicators: []tallyRecord{}, Regions: []tallyRecord{}, Next: []gapRecord{}}
	for _, i := range d.Indicators {
		record.Indicators = append(record.Indicators, tallyOf(d, a, i, profiled(d, "")).record(i.ID, len(profiled(d, ""))))
	}
	for _, r := range d.Regions {
		countries := profiled(d, r.ID)
		one := tallyAll(d, a, countries).record(r.ID, len(countries))
		one.Core = map[string]int{}
		for _, i := range d.Core() {
			one.Core[i.ID] = tallyOf(d, a, i, countries).data()
		}
		record.Regions = append(record.Regions, one)
	}
	for _, g := range gaps[:min(most, len(gaps))] {
		record.Next = append(record.Next, gapRecord{g.Indicator, g.Country, string(g.Latest.State), g.Year, g.People, g.Reasons})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(record)
}

func (t tally) record(id string, countries int) tallyRecord {
	states := map[string]int{}
	for state, n := range t.states {
		states[string(state)] = n
	}
	return tallyRecord{ID: id, Countries: countries, Places: t.places, States: states, Fresh: t.fresh(), StaleNext: t.soon,
		Stale: t.stale, Inferred: t.inferred, Newest: t.newest(), Median: t.median(), Oldest: t.oldest()}
}
