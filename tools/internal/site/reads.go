package site

import (
	"errors"
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Reads is what pages depend on. A page made from a record reads that record and what Shared holds
// about others, and nothing else; a test of the templates holds them to it.
type Reads struct {
	// Common is what every page may read, as JSON.
	Common [][]byte
	// Own is what each page reads besides, by the address of its folder, such as "country/ken" or "sources".
	// Pages that are not in it may read any record.
	Own map[string][][]byte
	// Cited is how every publication is named. Pages that show a text read it too: the text says
	// on what it rests.
	Cited []byte
}

// Reads gives what pages depend on.
func (p Pages) Reads() (Reads, error) {
	s := p.shared()
	var w writer
	cited := map[string][]byte{}
	for id, c := range s.Cited {
		cited[id] = w.json(c)
	}
	own := map[string][][]byte{}
	page := func(folder, id string, parts ...[]byte) { own[folder+"/"+id] = withCited(parts, cited) }
	p.readsByRegion(s, &w, page)
	world, members, editions, terms := w.json(p.Maps.World), w.json(s.Members), w.json(p.Editions), w.json(p.Terms)
	for id, i := range p.Indicators {
		record := w.json(i)
		page("indicator", id, record, world, members, editions, terms)
		page("embed", id, record, world)
	}
	for id, c := range p.Changes.Indicators {
		page("changes", id, w.json(c))
	}
	for id, c := range p.Changes.Regions {
		page("changes", id, w.json(c))
	}
	own["sources"] = withCited([][]byte{w.json(p.Sources), w.json(p.Evidence), w.json(s.Totals)}, cited)
	common := [][]byte{w.json(p.Atlas), w.json(s.Directory), w.json(s.Measures), w.json(s.Followed), w.json(p.Maps.Patterns), w.json(p.Remarks)}
	return Reads{withCited(common, cited), own, w.json(s.Cited)}, errors.Join(w.errs...)
}

// readsByRegion gives what profiles and the pages of regions read: the counts of the region, core
// answers of its countries, on a profile those beside it alone, and of those that are compared everything.
func (p Pages) readsByRegion(s Shared, w *writer, page func(folder, id string, parts ...[]byte)) {
	counted, core := map[string][][]byte{}, map[string][]byte{}
	for region, members := range s.Members {
		counted[region] = [][]byte{w.json(members), w.json(s.Context[region])}
	}
	for id, answers := range s.Core {
		core[id] = w.json(answers)
	}
	for id, r := range p.Regions {
		record := w.json(r)
		reads := append([][]byte{record, w.json(s.Lead[id]), w.json(s.Printed[id]), w.json(p.Maps.Regions[id])}, counted[id]...)
		for _, c := range r.Countries[dataset.Languages[0]] {
			reads = append(reads, core[c])
		}
		page("region", id, reads...)
		compared := [][]byte{record, w.json(s.Members[id])}
		for _, c := range r.Compared[dataset.Languages[0]] {
			compared = append(compared, w.json(p.Countries[c]))
		}
		page("compare", id, compared...)
	}
	for id, c := range p.Countries {
		reads := append([][]byte{w.json(c), core[id]}, counted[c.Region]...)
		for _, other := range c.Beside[dataset.Languages[0]] {
			reads = append(reads, core[other])
		}
		page("country", id, reads...)
	}
}

// writer writes JSON and collects errors.
type writer struct{ errs []error }

func (w *writer) json(record any) []byte {
	data, err := marshal(record)
	if err != nil {
		w.errs = append(w.errs, fmt.Errorf("what pages read: %w", err))
	}
	return data
}

// withCited adds how the publications are named whose ids stand in records: templates look them
// up by id.
func withCited(parts [][]byte, cited map[string][]byte) [][]byte {
	all, seen := parts, map[string]bool{}
	for _, part := range parts {
		for text := range quoted(part) {
			if c, ok := cited[string(text)]; ok && !seen[string(text)] {
				seen[string(text)] = true
				all = append(all, text, c)
			}
		}
	}
	return all
}

// quoted gives the strings in JSON text as they are written there; ids need no escapes.
func quoted(data []byte) func(yield func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for begin, i := -1, 0; i < len(data); i++ {
			switch {
			case data[i] == '\\':
				i++
			case data[i] == '"' && begin < 0:
				begin = i + 1
			case data[i] == '"':
				if !yield(data[begin:i]) {
					return
				}
				begin = -1
			}
		}
	}
}
