package publish

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"

	"github.com/harm-reduction-atlas/atlas/tools/internal/cite"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// table is a CSV file in memory. No cell begins like a formula: a rule of the checker
// forbids it in the data, and no number is negative but in a country's point.
type table struct {
	columns []string
	rows    [][]string
}

// csv writes RFC 4180 in UTF-8 with LF, the form of the data files themselves.
func (t table) csv() ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	if err := w.Write(t.columns); err != nil {
		return nil, fmt.Errorf("writing the header: %w", err)
	}
	if err := w.WriteAll(t.rows); err != nil {
		return nil, fmt.Errorf("writing the rows: %w", err)
	}
	return out.Bytes(), nil
}

// tables lists the CSV files about the whole data set.
func (p *publication) tables() []job {
	jobs := []job{
		{"observations.csv", func() ([]byte, error) { return observationTable(p.data.Observations).csv() }},
		{"latest.csv", func() ([]byte, error) { return p.latestTable().csv() }},
		{"countries.csv", func() ([]byte, error) { return p.countryTable().csv() }},
	}
	for _, name := range []string{"regions.csv", "indicators.csv", "sources.csv", "totals.csv"} {
		jobs = append(jobs, job{name, func() ([]byte, error) { return p.copied(name).csv() }})
	}
	return jobs
}

// citations lists the files that reference managers read.
func (p *publication) citations() []job {
	entries := cite.OfSources(p.data.Sources)
	return []job{
		{"sources.bib", func() ([]byte, error) { return cite.BibTeX(entries), nil }},
		{"sources.ris", func() ([]byte, error) { return cite.RIS(entries), nil }},
		{"sources.json", func() ([]byte, error) { return cite.CSL(entries) }},
	}
}

var observationColumns = []string{"indicator", "country", "period", "value", "low", "high", "basis", "source", "locator", "confidence", "note"}

// observationTable gives observations one on a row, in the order of the data files.
func observationTable(all []dataset.Observation) table {
	t := table{columns: observationColumns}
	for _, o := range all {
		t.rows = append(t.rows, []string{o.Indicator, o.Country, strconv.Itoa(o.Period), o.Value, o.Low, o.High,
			o.Basis, o.Source, o.Locator, o.Confidence, o.Note})
	}
	return t
}

// copied gives a data file with the columns that its description knows.
func (p *publication) copied(name string) table {
	spec, _ := dataset.FileFor("data/" + name)
	t := table{}
	for _, c := range spec.Columns {
		t.columns = append(t.columns, c.Name)
	}
	for _, source := range p.data.Tables {
		if source.File != spec.Path {
			continue
		}
		for i := range source.Rows {
			row := make([]string, len(t.columns))
			for c, column := range t.columns {
				row[c] = source.Cell(i, column).Text
			}
			t.rows = append(t.rows, row)
		}
	}
	return t
}

// countryTable is the list of countries with their names beside it, since a table of codes
// alone cannot be read by people.
func (p *publication) countryTable() table {
	t := p.copied("countries.csv")
	key := slices.Index(t.columns, "iso3")
	for _, lang := range dataset.Languages {
		t.columns = append(t.columns, "name_"+lang)
		for i, row := range t.rows {
			t.rows[i] = append(row, p.data.Name(row[key], lang))
		}
	}
	return t
}
