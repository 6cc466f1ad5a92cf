package site

import (
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Reads is what pages depend on. A page made from a record reads that record and what Shared holds
// about others, and nothing else; a test of the templates holds them to it.
type Reads struct {
	// Common is what every page may read: checksums of records as JSON, and how the publications in them are named.
	Common [][]byte
	// Own is what each page reads besides, likewise, by the address of its folder, such as "country/ken" or "sources".
	// Pages that are not in it may read any record.
	Own map[string][][]byte
	// Cited is how every publication is named. Pages that show a text read it too: the text says
	// on what it rests.
	Cited []byte
}

// Reads gives what pages depend on.
func (e Encoded) Reads() (Reads, error) {
	p, s := e.pages, e.shared
	w := writer{cited: map[string][]byte{}}
	for id, c := range s.Cited {
		w.cited[id] = w.json(c)
	}
	own := map[string][][]byte{}
	page := func(folder, id string, parts ...part) { own[folder+"/"+id] = w.withCited(parts) }
	e.readsByRegion(&w, page)
	world, members, editions, terms := w.part(p.Maps.World), w.part(s.Members), w.part(p.Editions), w.part(p.Terms)
	for id, data := range e.indicators {
		record := w.encoded(data)
		page("indicator", id, record, world, members, editions, terms)
		page("embed", id, record, world)
	}
	for id, c := range p.Changes.Indicators {
		page("changes", id, w.part(c))
	}
	for id, c := range p.Changes.Regions {
		page("changes", id, w.part(c))
	}
	own["sources"] = w.withCited([]part{w.part(p.Sources), w.part(p.Evidence), w.part(s.Totals)})
	common := w.withCited([]part{w.part(p.Atlas), w.part(s.Directory), w.part(s.Measures), w.part(s.Followed), w.part(p.Maps.Patterns), w.part(p.Remarks)})
	return Reads{common, own, w.json(s.Cited)}, errors.Join(append(w.errs, e.err)...)
}

// readsByRegion gives what profiles and the pages of regions read: the counts of the region, core
// answers of its countries, on a profile those beside it alone, and of those that are compared everything.
func (e Encoded) readsByRegion(w *writer, page func(folder, id string, parts ...part)) {
	p, s := e.pages, e.shared
	counted, core, whole := map[string][]part{}, map[string]part{}, map[string]part{}
	for region, members := range s.Members {
		counted[region] = []part{w.part(members), w.part(s.Context[region])}
	}
	for id, answers := range s.Core {
		core[id] = w.part(answers)
	}
	for id, data := range e.countries {
		whole[id] = w.encoded(data)
	}
	for id, r := range p.Regions {
		record := w.part(r)
		reads := append([]part{record, w.part(s.Lead[id]), w.part(s.Printed[id]), w.part(p.Maps.Regions[id])}, counted[id]...)
		for _, c := range r.Countries[dataset.Languages[0]] {
			reads = append(reads, core[c])
		}
		page("region", id, reads...)
		compared := []part{record, w.part(s.Members[id])}
		for _, c := range r.Compared[dataset.Languages[0]] {
			compared = append(compared, whole[c])
		}
		page("compare", id, compared...)
	}
	for id, c := range p.Countries {
		reads := append([]part{whole[id], core[id]}, counted[c.Region]...)
		for _, other := range c.Beside[dataset.Languages[0]] {
			reads = append(reads, core[other])
		}
		page("country", id, reads...)
	}
}

// part is a record that many pages may read: its checksum, and the ids of the publications that stand in it.
type part struct {
	sum   []byte
	cites []string
}

// writer writes JSON and collects errors. It knows how publications are named, by their ids.
type writer struct {
	cited map[string][]byte
	errs  []error
}

func (w *writer) json(record any) []byte {
	data, err := marshal(record)
	if err != nil {
		w.errs = append(w.errs, fmt.Errorf("what pages read: %w", err))
	}
	return data
}

func (w *writer) part(record any) part { return w.encoded(w.json(record)) }

func (w *writer) encoded(data []byte) part {
	sum := sha256.Sum256(data)
	p, seen := part{sum: sum[:]}, map[string]bool{}
	for text := range quoted(data) {
		if _, ok := w.cited[string(text)]; ok && !seen[string(text)] {
			seen[string(text)] = true
			p.cites = append(p.cites, string(text))
		}
	}
	return p
}

// withCited gives the checksums of records, and adds how the publications are named whose ids stand in them: templates
// look them up by id.
func (w *writer) withCited(parts []part) [][]byte {
	var all [][]byte
	seen := map[string]bool{}
	for _, p := range parts {
		all = append(all, p.sum)
	}
	for _, p := range parts {
		for _, id := range p.cites {
			if !seen[id] {
				seen[id] = true
				all = append(all, []byte(id), w.cited[id])
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
