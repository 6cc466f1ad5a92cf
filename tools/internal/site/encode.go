package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// Encoded are the records as JSON. The large ones are encoded once, for the files that Hugo reads and for what tells
// which pages depend on them.
type Encoded struct {
	pages  Pages
	shared Shared
	// countries and indicators are the record of each.
	countries, indicators map[string][]byte
	err                   error
}

// Encode writes the records of countries and indicators. What goes wrong is told by whoever asks for files.
func (p Pages) Encode() Encoded {
	e := Encoded{pages: p, shared: p.shared()}
	var errCountries, errIndicators error
	e.countries, errCountries = encodeEach(p.Countries, byIndicator)
	e.indicators, errIndicators = encodeEach(p.Indicators, func(i Indicator) any { return i })
	e.err = errors.Join(errCountries, errIndicators)
	return e
}

// byIndicator gives the record of a country with its entries by the ids of indicators.
func byIndicator(c Country) any {
	entries := make(map[string]*Entry, len(c.Entries))
	for n := range c.Entries {
		entries[c.Entries[n].Indicator] = &c.Entries[n]
	}
	return struct {
		Country
		Entries map[string]*Entry `json:"entries"`
	}{c, entries}
}

// encodeEach encodes records side by side: a preview waits for them.
func encodeEach[R any](records map[string]R, as func(R) any) (map[string][]byte, error) {
	encoded := make(map[string][]byte, len(records))
	var lock sync.Mutex
	var writing sync.WaitGroup
	var errs []error
	for name, record := range records {
		writing.Go(func() {
			data, err := marshal(as(record))
			lock.Lock()
			defer lock.Unlock()
			encoded[name] = data
			if err != nil {
				errs = append(errs, fmt.Errorf("record of %s: %w", name, err))
			}
		})
	}
	writing.Wait()
	return encoded, errors.Join(errs...)
}

// Files gives the records as JSON by file name, in the form that Hugo reads.
func (e Encoded) Files() (map[string][]byte, error) {
	p, s := e.pages, e.shared
	files, err := encodeEach(map[string]any{
		"atlas": p.Atlas, "regions": p.Regions, "sources": p.Sources, "changes": p.Changes, "corrections": p.Corrections, "maps": p.Maps,
		"evidence": p.Evidence, "reconciliation": p.Reconciliation, "left_out": p.LeftOut, "areas": p.Areas,
		"figures": p.Figures, "terms": append([]Term{}, p.Terms...), "wordings": p.Wordings, "remarks": p.Remarks,
		"editions": append([]FrozenEdition{}, p.Editions...),
		"totals":   s.Totals, "directory": s.Directory, "measures": s.Measures, "cited": s.Cited, "members": s.Members,
		"core": s.Core, "context": s.Context, "lead": s.Lead, "printed": s.Printed, "followed": s.Followed,
	}, func(record any) any { return record })
	files["countries"], files["indicators"] = object(e.countries), object(e.indicators)
	named := make(map[string][]byte, len(files))
	for name, data := range files {
		named[name+".json"] = data
	}
	return named, errors.Join(e.err, err)
}

// object gives a JSON object of records, in the order of their names.
func object(records map[string][]byte) []byte {
	size := 0
	for name, data := range records {
		size += len(name) + len(data) + len(`"":,`)
	}
	out := bytes.NewBuffer(make([]byte, 0, size+len("{}\n")))
	before := "{"
	for _, name := range slices.Sorted(maps.Keys(records)) {
		fmt.Fprintf(out, "%s%q:%s", before, name, bytes.TrimSuffix(records[name], []byte("\n")))
		before = ","
	}
	if len(records) == 0 {
		out.WriteString(before)
	}
	out.WriteString("}\n")
	return out.Bytes()
}

// marshal writes JSON without escaping &, < and >, which Hugo's templates escape themselves.
func marshal(record any) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(record)
	return out.Bytes(), err
}
