package publish

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

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
	lead := s.Latest.Lead
	l := latest{
		Status: string(s.Latest.State), Basis: s.Basis, Period: s.Latest.Period, StatedPeriod: s.StatedPeriod,
		Confidence: lead.Confidence, Source: lead.Source, Locator: lead.Locator,
		Sources: spoke(s.Latest), Stale: s.Stale,
	}
	if s.Latest.State == status.Value {
		l.Value, l.Low, l.High = json.Number(lead.Value), json.Number(lead.Low), json.Number(lead.High)
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

// spoke lists the sources that spoke, each once.
func spoke(c status.Conclusion) []string {
	var ids []string
	for _, s := range slices.Concat([]status.Statement{c.Lead}, c.Agree, c.Against) {
		if !slices.Contains(ids, s.Source) {
			ids = append(ids, s.Source)
		}
	}
	return ids
}

var latestColumns = []string{"indicator", "country", "period", "stated_period", "status", "value", "low", "high",
	"basis", "confidence", "stale", "source", "locator", "sources"}

// latestTable gives the latest status of every series: one row for each basis.
func (p *publication) latestTable() table {
	t := table{columns: latestColumns}
	for _, s := range p.atlas.All {
		l := latestOf(s)
		t.rows = append(t.rows, []string{s.Indicator, s.Country, year(l.Period), year(l.StatedPeriod), l.Status,
			string(l.Value), string(l.Low), string(l.High), l.Basis, l.Confidence, yesNo(l.Stale),
			l.Source, l.Locator, strings.Join(l.Sources, ";")})
	}
	return t
}

// year writes a year; none is an empty cell.
func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
