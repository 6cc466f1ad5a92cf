package review

import (
	"crypto/sha256"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// State is what must be known of a data set to compare it with another. It is a small part of
// the data and keeps none of the rest in memory, so that two big ones can be read in turn.
type State struct {
	indicators []string // in the order of pages
	latest     []change.Row
	tallies    map[string]map[string]int // by indicator, then by what is counted
	totals     []total
	rows       map[checksum]int // observations, by all their cells
	sources    []Source
}

// total is a printed total with our count. What a total is not compared with counts as 0.
type total struct {
	dataset.Total
	key                string
	ours               int
	compared, unlisted bool
}

// checksum stands for the cells of an observation. Whoever edits data cannot make two rows share
// one, and half of SHA-256 is enough for that.
type checksum [sha256.Size / 2]byte

// Of reduces a data set to what a comparison needs.
func Of(d *dataset.Dataset) State {
	a := status.Of(d)
	s := State{latest: latest(a), tallies: tallies(d, a), totals: printed(d, a), rows: rows(d)}
	for _, i := range d.Indicators {
		s.indicators = append(s.indicators, i.ID)
	}
	for _, one := range d.Sources {
		s.sources = append(s.sources, Source{strings.Clone(one.ID), strings.Clone(one.Title), one.Tier})
	}
	return s
}

// rows counts observations by the checksum of their cells, in the order of the schema.
func rows(d *dataset.Dataset) map[checksum]int {
	n := map[checksum]int{}
	var cells []byte
	for _, o := range d.Observations {
		file, _ := dataset.FileFor(o.File())
		cells = append(cells[:0], o.Indicator...)
		for _, c := range file.Columns {
			cells = append(append(cells, 0), o.Text(c.Name)...)
		}
		sum := sha256.Sum256(cells)
		n[checksum(sum[:])]++
	}
	return n
}

// printed gives every printed total with our count.
func printed(d *dataset.Dataset, a *status.Atlas) []total {
	var list []total
	for _, l := range reconcile.Compare(d, a) {
		list = append(list, total{l.Total, l.Key(), l.Ours, l.Kept == "", l.Unlisted()})
	}
	return list
}

// whats are the things that are counted, in the order in which they are told.
var whats = []string{"data", string(status.Yes), string(status.No), string(status.Unknown), string(status.Contested), string(status.Value), "stale", "inferred"}

// tallies counts, for each indicator, the countries that it has a latest status for.
func tallies(d *dataset.Dataset, a *status.Atlas) map[string]map[string]int {
	all := map[string]map[string]int{}
	for _, s := range a.All {
		if all[s.Indicator] == nil {
			all[s.Indicator] = tally(d, a, s.Indicator)
		}
	}
	return all
}

// tally counts the countries that an indicator has a latest status for.
func tally(d *dataset.Dataset, a *status.Atlas, indicator string) map[string]int {
	n := map[string]int{}
	for _, c := range d.Countries {
		s, ok := a.Headline(indicator, c.ISO3)
		if !c.Profile || !ok {
			continue
		}
		n["data"]++
		n[string(s.Latest.State)]++
		n["stale"] += one(s.Stale)
		n["inferred"] += one(s.Inferred())
	}
	return n
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// latest gives the latest statuses. Each word of a data set is a piece of the line that it was
// read from; the sources that spoke are copied, since they would keep most lines in memory.
func latest(a *status.Atlas) []change.Row {
	rows, ids := change.RowsOf(a), map[string]string{}
	for _, r := range rows {
		for i, id := range r.Sources {
			if ids[id] == "" {
				ids[id] = strings.Clone(id)
			}
			r.Sources[i] = ids[id]
		}
	}
	return rows
}
