package site

import (
	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// FrozenEdition is a released edition, whose files lie in a folder of their own.
type FrozenEdition struct {
	Number    string `json:"number"`
	Date      string `json:"date"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	// SHA256 and Bytes are of the archive.
	SHA256 string       `json:"sha256"`
	Bytes  int          `json:"bytes"`
	Files  []FrozenFile `json:"files"`
}

// FrozenFile is a file of an edition; Path is relative to its folder.
type FrozenFile struct {
	Path   string `json:"path"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Since says that an entry is not as an edition has it.
type Since struct {
	Edition string `json:"edition"`
	// Was is what the edition says on the entry's own basis; absent where it says nothing.
	Was *Entry `json:"was,omitempty"`
	// Gone are what it says on bases of which nothing is said any more.
	Gone []Entry `json:"gone,omitempty"`
}

// Since notes on each entry what has changed since an edition. It changes the records in place.
func (p Pages) Since(number string, changes []change.Change) {
	for _, c := range changes {
		country, known := p.Countries[key(c.Country)]
		if !known {
			continue
		}
		for n := range country.Entries {
			if e := &country.Entries[n]; e.Indicator == c.Indicator {
				e.note(number, c)
				p.Indicators[c.Indicator].note(*e)
			}
		}
	}
}

// note finds the entry of a change's basis, here or among the others, and notes it there.
func (e *Entry) note(number string, c change.Change) {
	at := e
	for n := range e.Others {
		if e.Others[n].Basis == c.Basis {
			at = &e.Others[n]
		}
	}
	if at.Since == nil {
		at.Since = &Since{Edition: number}
	}
	if c.New == nil {
		at.Since.Gone = append(at.Since.Gone, entryOfRow(*c.Old))
	} else if c.Old != nil {
		was := entryOfRow(*c.Old)
		at.Since.Was = &was
	}
}

// note keeps on the page of an indicator what is noted on the profile's headline.
func (page Indicator) note(e Entry) {
	kept, listed := page.Entries[e.Country]
	if !listed {
		kept = e
		kept.Others, kept.History = nil, nil
	}
	kept.Since = e.Since
	page.Entries[e.Country] = kept
}

// entryOfRow gives what templates need to put a row of latest.csv into words.
func entryOfRow(r change.Row) Entry {
	e := Entry{Indicator: r.Indicator, Country: key(r.Country), State: r.Status, Year: r.Year(), Inferred: r.Inferred(), Stale: r.Stale,
		Basis: r.Basis, Alcohol: alcohol(r.Basis)}
	if r.Status == string(status.Value) {
		n := Number{figure(r.Value), figure(r.Low), figure(r.High)}
		e.Number = &n
	}
	e.Says = e.saying()
	return e
}
