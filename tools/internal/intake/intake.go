// Package intake reads the files that publishers issue as statements for the data set, and
// guesses nothing: what it does not know for certain it reports.
package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/harm-reduction-atlas/atlas/tools/internal/amend"
	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
)

// Format is a kind of file that publishers issue.
type Format struct {
	// Name is spelt as in dataset.Formats, About says where such files come from.
	Name, About string
	read        func(*reader, Grid)
}

// Formats lists what can be read, in the order of dataset.Formats.
var Formats = []Format{
	{"gho", "WHO Global Health Observatory, one indicator as CSV: GHO, YEAR, COUNTRY, …, Display Value", readGHO},
	{"aidsinfo", "UNAIDS AIDSinfo or Key Populations Atlas: Indicator, Subgroup, Area, Time Period, Data value; or one measure by area and year", readAIDSinfo},
	{"euda", "EUDA (EMCDDA) statistical bulletin: semicolons, a title above, notes below, a year beside each number", readEUDA},
	{"sheet", "a table typed by hand: one row a country, one column an indicator, ticks, crosses or numbers", readSheet},
}

// Options tell what a file itself does not.
type Options struct {
	// Source is the id of the publication. Period and Locator are for formats without their
	// own; a locator may hold {country}, {column} and {period}.
	Source, Locator string
	Period          int
	// Areas turns the numbers that stand for countries in some files into names.
	Areas map[string]string
}

// Take is what a file gave.
type Take struct {
	// Rows are new observations in canonical form; Places tells where each stood in the file.
	Rows   []amend.Row
	Places []csvfile.Pos
	// Known counts by indicator the statements that the data set has already.
	Known map[string]int
	// Stops are cells that keep their row out until a person decides; Skipped are cells that
	// are not for the atlas, with the reason.
	Stops   []rule.Finding
	Skipped []Skip
}

// Skip is a kind of cell that was left aside, and how many there were.
type Skip struct {
	What, Why string
	Count     int
}

// Read reads a file. What it holds is compared with the data set, never put in its place.
func Read(d *dataset.Dataset, f Format, g Grid, o Options) Take {
	r := &reader{d: d, format: f.Name, options: o, countries: sync.OnceValue(func() matcher { return newMatcher(d) }), skipped: map[[2]string]int{}, statements: map[key]*statement{}}
	f.read(r, g)
	return r.take()
}

// reader collects what a format reads.
type reader struct {
	d          *dataset.Dataset
	format     string
	options    Options
	countries  func() matcher // made when the first is looked for: it reads every name in every language
	stops      []rule.Finding
	skipped    map[[2]string]int
	statements map[key]*statement
	order      []key
}

// key tells statements apart; the cells of a range share one.
type key struct {
	indicator, country, basis, confidence string
	period                                int
}

type statement struct {
	at               csvfile.Pos
	value, low, high string
	locator, note    string
}

func (r *reader) stop(at csvfile.Pos, name, found, want string) {
	r.stops = append(r.stops, rule.Finding{Pos: at, Level: rule.Error, Rule: name, Found: found, Want: want})
}

func (r *reader) skip(what, why string) { r.skipped[[2]string{what, why}]++ }

// headings gives what a heading says of indicators; none means that it is not for the atlas.
func (r *reader) headings(text, item string) []dataset.Heading {
	var list []dataset.Heading
	for _, h := range r.d.Headings {
		if h.Format == r.format && plain(h.Text) == plain(text) && plain(h.Item) == plain(item) {
			list = append(list, h)
		}
	}
	return list
}

// cell is one cell of a file with what its row and column say of it.
type cell struct {
	at      csvfile.Pos
	text    string
	country string // as the file writes it
	period  int
	column  string // as the file writes it
}

// state takes a cell under a heading as a statement.
func (r *reader) state(c cell, iso3 string, h dataset.Heading) {
	k := key{h.Indicator, iso3, h.Basis, h.Confidence, c.period}
	s := statement{at: c.at, locator: r.locator(c, h, iso3)}
	if !r.fill(&s, c, h) {
		return
	}
	if known := r.statements[k]; known != nil {
		known.merge(s)
		return
	}
	r.statements[k] = &s
	r.order = append(r.order, k)
}

// merge adds the ends of a range to their value.
func (s *statement) merge(other statement) {
	s.value, s.low, s.high = cmp.Or(s.value, other.value), cmp.Or(s.low, other.low), cmp.Or(s.high, other.high)
}

func (r *reader) locator(c cell, h dataset.Heading, iso3 string) string {
	name := footnote.ReplaceAllString(c.country, "")
	if _, coded := r.d.Country(name); coded {
		name = r.d.Name(iso3, "en")
	}
	form := cmp.Or(h.Locator, r.options.Locator)
	return strings.NewReplacer("{country}", name, "{period}", fmt.Sprint(c.period), "{column}", c.column).Replace(form)
}

// take compares the statements with the data set.
func (r *reader) take() Take {
	t := Take{Known: map[string]int{}, Stops: r.stops}
	standing := r.standing()
	for _, k := range r.order {
		s := r.statements[k]
		row := r.row(k, *s)
		switch same, other := find(standing[k], row); {
		case same:
			t.Known[k.indicator]++
		case other != nil:
			t.Stops = append(t.Stops, rule.Finding{Pos: s.at, Level: rule.Error, Rule: "import-differs",
				Found: fmt.Sprintf("%s, but %s says %s from the same source", said(row.Cells["value"], row.Cells["low"], row.Cells["high"]), other.At("value"), said(other.Value, other.Low, other.High)),
				Want:  "the same, or a person's decision; nothing is overwritten"})
		default:
			t.Rows, t.Places = append(t.Rows, row), append(t.Places, s.at)
		}
	}
	for what, n := range r.skipped {
		t.Skipped = append(t.Skipped, Skip{what[0], what[1], n})
	}
	slices.SortFunc(t.Skipped, func(a, b Skip) int { return cmp.Or(cmp.Compare(a.Why, b.Why), cmp.Compare(a.What, b.What)) })
	slices.SortStableFunc(t.Stops, func(a, b rule.Finding) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col)) })
	return t
}

// standing gives what the data set has from the same source.
func (r *reader) standing() map[key][]dataset.Observation {
	all := map[key][]dataset.Observation{}
	for _, o := range r.d.Observations {
		if o.Source == r.options.Source {
			confidence := o.Confidence
			if confidence == "derived" {
				confidence = "stated"
			}
			k := key{o.Indicator, o.Country, o.Basis, confidence, o.Period}
			all[k] = append(all[k], o)
		}
	}
	return all
}

// find looks for the row among statements of its key: the same one, or else another.
func find(all []dataset.Observation, row amend.Row) (same bool, other *dataset.Observation) {
	for i, o := range all {
		if o.Value == row.Cells["value"] && o.Low == row.Cells["low"] && o.High == row.Cells["high"] {
			return true, nil
		}
		other = &all[i]
	}
	return false, other
}

func (r *reader) row(k key, s statement) amend.Row {
	return amend.Row{File: "data/observations/" + k.indicator + ".csv", Cells: map[string]string{
		"country": k.country, "period": fmt.Sprint(k.period), "value": s.value, "low": s.low, "high": s.high,
		"basis": k.basis, "source": r.options.Source, "locator": s.locator, "confidence": k.confidence, "note": s.note,
	}}
}

// said writes a value with its range.
func said(value, low, high string) string {
	if low == "" && high == "" {
		return value
	}
	return strings.TrimSpace(value + " (" + low + "–" + high + ")")
}
