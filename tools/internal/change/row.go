// Package change holds the rows of latest.csv and tells how two sets of them differ.
package change

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Columns are those of latest.csv. New ones may follow; none is renamed, moved or taken away.
var Columns = []string{"indicator", "country", "period", "stated_period", "status", "value", "low", "high",
	"basis", "confidence", "stale", "source", "locator", "sources"}

// Key names a row: what is concluded of one indicator in one country, counted on one basis.
type Key struct{ Indicator, Country, Basis string }

// Row is the latest status of one key, as an edition publishes it.
type Row struct {
	Key
	// Period is the newest year with a status, StatedPeriod the newest in which a source itself
	// gave it; 0 if the status is inferred.
	Period, StatedPeriod int
	// Status is yes, no, unknown, contested or value.
	Status string
	// Value, Low and High are of a number, written as its source does.
	Value, Low, High string
	// Confidence, Source and Locator are of the statement that leads.
	Confidence      string
	Stale           bool
	Source, Locator string
	// Sources are all that spoke on the period, the leading one first.
	Sources []string
}

// Year is the year that the status is about: stated if it can be, else inferred.
func (r Row) Year() int { return cmp.Or(r.StatedPeriod, r.Period) }

// Inferred tells that no source gives the status itself.
func (r Row) Inferred() bool { return r.StatedPeriod == 0 }

// RowsOf gives the rows of what is concluded now, in the order of latest.csv.
func RowsOf(a *status.Atlas) []Row {
	rows := make([]Row, len(a.All))
	for i, s := range a.All {
		rows[i] = RowOf(s)
	}
	return rows
}

// RowOf gives the row of a series.
func RowOf(s status.Series) Row {
	lead := s.Latest.Lead
	r := Row{Key: Key{s.Indicator, s.Country, s.Basis}, Period: s.Latest.Period, StatedPeriod: s.StatedPeriod,
		Status: string(s.Latest.State), Confidence: lead.Confidence, Stale: s.Stale,
		Source: lead.Source, Locator: lead.Locator, Sources: spoke(s.Latest)}
	if s.Latest.State == status.Value {
		r.Value, r.Low, r.High = lead.Value, lead.Low, lead.High
	}
	return r
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

// Cells writes the row in the order of Columns.
func (r Row) Cells() []string {
	stale := "no"
	if r.Stale {
		stale = "yes"
	}
	return []string{r.Indicator, r.Country, year(r.Period), year(r.StatedPeriod), r.Status, r.Value, r.Low, r.High,
		r.Basis, r.Confidence, stale, r.Source, r.Locator, strings.Join(r.Sources, ";")}
}

// year writes a year; none is an empty cell.
func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

// Read reads a latest.csv of any edition. Columns are found by name, those added later are
// ignored, and a missing one is an error, as is a cell that cannot be what its column says.
func Read(data []byte) ([]Row, error) {
	r := csv.NewReader(bytes.NewReader(data))
	header, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("latest.csv: %w", err)
	}
	at := map[string]int{}
	for _, name := range Columns {
		if at[name] = slices.Index(header, name); at[name] < 0 {
			return nil, fmt.Errorf("latest.csv: no column %q", name)
		}
	}
	var rows []Row
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("latest.csv: %w", err)
		}
		row, err := parse(func(name string) string { return cells[at[name]] })
		if err != nil {
			line, _ := r.FieldPos(0)
			return nil, fmt.Errorf("latest.csv, line %d: %w", line, err)
		}
		rows = append(rows, row)
	}
}

func parse(cell func(string) string) (Row, error) {
	period, err := strconv.Atoi(cell("period"))
	if err != nil {
		return Row{}, fmt.Errorf("period %q: want a year", cell("period"))
	}
	stated := 0
	if text := cell("stated_period"); text != "" {
		if stated, err = strconv.Atoi(text); err != nil {
			return Row{}, fmt.Errorf("stated_period %q: want a year", text)
		}
	}
	return Row{Key: Key{cell("indicator"), cell("country"), cell("basis")}, Period: period, StatedPeriod: stated,
		Status: cell("status"), Value: cell("value"), Low: cell("low"), High: cell("high"),
		Confidence: cell("confidence"), Stale: cell("stale") == "yes",
		Source: cell("source"), Locator: cell("locator"), Sources: strings.Split(cell("sources"), ";")}, nil
}
