package report

import (
	"encoding/json"
	"io"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/review"
)

// These are the records of `diff --format json`, a stable form: new members may come, none is
// renamed or taken away. Its schema is diff.schema.json.
type (
	diffRecord struct {
		Changes      []changeRecord `json:"changes"`
		Counts       []countRecord  `json:"counts"`
		Totals       []totalRecord  `json:"totals"`
		SourcesAdded []string       `json:"sources_added"`
		SourcesGone  []string       `json:"sources_removed"`
		Observations map[string]int `json:"observations"`
		// Maps are files, if maps were asked for.
		Maps []string `json:"maps,omitzero"`
	}
	changeRecord struct {
		Indicator string     `json:"indicator"`
		Country   string     `json:"country"`
		Basis     string     `json:"basis,omitempty"`
		Kind      string     `json:"kind"`
		Before    *rowRecord `json:"before"`
		Now       *rowRecord `json:"now"`
	}
	rowRecord struct {
		Status   string `json:"status"`
		Year     int    `json:"year"`
		Inferred bool   `json:"inferred,omitempty"`
		Value    string `json:"value,omitempty"`
		Low      string `json:"low,omitempty"`
		High     string `json:"high,omitempty"`
		Source   string `json:"source"`
	}
	countRecord struct {
		Indicator string `json:"indicator"`
		What      string `json:"what"`
		Before    int    `json:"before"`
		Now       int    `json:"now"`
	}
	totalRecord struct {
		Indicator string `json:"indicator"`
		Period    int    `json:"period"`
		Scope     string `json:"scope"`
		Source    string `json:"source"`
		Printed   int    `json:"printed"`
		Before    int    `json:"before"`
		Now       int    `json:"now"`
		Unlisted  bool   `json:"unlisted,omitempty"`
	}
)

// DiffJSON writes a review for other programs.
func DiffJSON(w io.Writer, r review.Review, d Drawn) error {
	record := diffRecord{Changes: []changeRecord{}, Counts: []countRecord{}, Totals: []totalRecord{}, SourcesAdded: []string{}, SourcesGone: []string{},
		Observations: map[string]int{"added": r.Rows.Added, "removed": r.Rows.Removed}}
	for _, c := range r.Changes {
		record.Changes = append(record.Changes, changeRecord{c.Indicator, c.Country, c.Basis, string(c.Kind()), rowOf(c.Old), rowOf(c.New)})
	}
	for _, c := range r.Counts {
		record.Counts = append(record.Counts, countRecord{c.Indicator, c.What, c.Old, c.New})
	}
	for _, t := range r.Totals {
		record.Totals = append(record.Totals, totalRecord{t.Indicator, t.Period, t.Scope, t.Source, t.Countries, t.Old, t.New, t.Unlisted})
	}
	for _, s := range r.Added {
		record.SourcesAdded = append(record.SourcesAdded, s.ID)
	}
	for _, s := range r.Removed {
		record.SourcesGone = append(record.SourcesGone, s.ID)
	}
	if d.Folder != "" {
		record.Maps = append([]string{}, d.paths()...)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(record)
}

func rowOf(r *change.Row) *rowRecord {
	if r == nil {
		return nil
	}
	return &rowRecord{r.Status, r.Year(), r.Inferred(), r.Value, r.Low, r.High, r.Source}
}
