package publish

import (
	"encoding/json"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// latest is the latest status of a series, as every published format gives it. A member
// that is not known, or does not apply, is left out.
type latest struct {
	// Status is yes, no, unknown, contested, value (of a number) or no-data.
	Status string `json:"status"`
	// Basis tells who was counted; empty means the whole country.
	Basis string `json:"basis,omitempty"`
	// Period is the newest year for which there is a status.
	Period int `json:"period,omitempty"`
	// StatedPeriod is the newest year in which a source itself gave it; none if it is inferred.
	StatedPeriod int `json:"stated_period,omitempty"`
	// Value, Low and High are of a number only, written as the source gives them.
	Value json.Number `json:"value,omitempty"`
	Low   json.Number `json:"low,omitempty"`
	High  json.Number `json:"high,omitempty"`
	// Confidence, Source and Locator are of the statement that leads.
	Confidence string `json:"confidence,omitempty"`
	Source     string `json:"source,omitempty"`
	Locator    string `json:"locator,omitempty"`
	// Sources are all that spoke on the period, the leading one first.
	Sources []string `json:"sources,omitempty"`
	// Stale tells that the status is older than its indicator allows.
	Stale bool `json:"stale"`
	// Earlier is the last known status before one that is unknown or merely inferred.
	Earlier *earlier `json:"earlier,omitempty"`
}

type earlier struct {
	Status string `json:"status"`
	Period int    `json:"period"`
}

func latestOf(s status.Series) latest {
	r := change.RowOf(s)
	l := latest{
		Status: r.Status, Basis: r.Basis, Period: r.Period, StatedPeriod: r.StatedPeriod,
		Value: json.Number(r.Value), Low: json.Number(r.Low), High: json.Number(r.High),
		Confidence: r.Confidence, Source: r.Source, Locator: r.Locator, Sources: r.Sources, Stale: r.Stale,
	}
	if s.Earlier.State.Known() {
		l.Earlier = &earlier{string(s.Earlier.State), s.Earlier.Period}
	}
	return l
}

// headline is the status that may stand for the country on a map.
func (p *publication) headline(indicator, country string) latest {
	if s, ok := p.atlas.Headline(indicator, country); ok {
		return latestOf(s)
	}
	return latest{Status: string(status.NoData)}
}

// latestTable gives the latest status of every series: one row for each basis.
func (p *publication) latestTable() table {
	t := table{columns: change.Columns}
	for _, r := range change.RowsOf(p.atlas) {
		t.rows = append(t.rows, r.Cells())
	}
	return t
}
