// Package dataset reads the atlas's data files into one structure that still knows the place of every cell.
package dataset

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
)

// Row leads from a record back to its line in a file.
type Row struct {
	table *csvfile.Table
	index int
}

// At gives the place of the record's cell in a column.
func (r Row) At(column string) csvfile.Pos { return r.table.At(r.table.Cell(r.index, column)) }

// Text gives the record's cell in a column as it stands in the file.
func (r Row) Text(column string) string { return r.table.Cell(r.index, column).Text }

// File gives the path of the record's file, relative to the root.
func (r Row) File() string { return r.table.File }

// RowOf gives row i of a table, counted from 0 after the header.
func RowOf(t *csvfile.Table, i int) Row { return Row{t, i} }

// Key joins the cells that identify the record, the form in which exceptions name it.
func (r Row) Key() string {
	spec, _ := FileFor(r.table.File)
	parts := make([]string, len(spec.Key))
	for i, column := range spec.Key {
		parts[i] = r.Text(column)
	}
	return strings.TrimRight(strings.Join(parts, "/"), "/")
}

// Country is a country or territory.
type Country struct {
	Row
	ISO3, ISO2, M49, Region, M49Region, M49Subregion string
	// Point is longitude and latitude of the mark where the boundaries have no area.
	Point      string
	Profile    bool
	StatusNote string
}

// Region is one of the nine regions of the Global State of Harm Reduction.
type Region struct {
	Row
	ID, Name string
}

// Indicator is what is measured.
type Indicator struct {
	Row
	ID, Kind, Unit, Group, Palette string
	StaleAfter                     int // years
}

// Counts tells whether values are numbers rather than yes, no or unknown.
func (i Indicator) Counts() bool { return i.Kind != "availability" }

// Source is a publication that was read.
type Source struct {
	Row
	ID                     string
	Tier                   int
	Title, Publisher       string
	Year                   int // 0 if undated
	URL, Language, Licence string
	Accessed, Note         string
}

// Observation is one source's statement about one indicator in one country in one period.
type Observation struct {
	Row
	Indicator, Country     string
	Period                 int
	Value, Low, High       string
	Basis, Source, Locator string
	Confidence, Note       string
}

// Total is a head-count that a publisher printed.
type Total struct {
	Row
	Indicator, Scope, Source, Note string
	Period, Countries              int
}

// Aggregate is a world or regional figure that pages cite by its id.
type Aggregate struct {
	Row
	ID, Scope, Measure, Value, Low, High, Source, Locator string
	Period                                                int // 0 if the source gives no year for it
}

// Percent tells that the figure is a share in percent, as its measure says at the end.
func (a Aggregate) Percent() bool { return strings.Contains(a.Measure, "in percent") }

// Term is a term of the field in one language.
type Term struct {
	Row
	ID, Lang, Name, Short, Definition, Usage string
}

// Wording is a word that stigmatises, in one language, and what is written instead.
type Wording struct {
	Row
	Lang, Avoid, Instead, Why string
}

// Remark is what a note or reason of a data file says in another language.
type Remark struct {
	Row
	Lang, Said, Translation string
}

// Threshold is a number at which the field divides coverage, or that it wants reached.
type Threshold struct {
	Row
	Indicator, Limit, Value, Source, Locator, Note string
	Period                                         int // by which a target was to be reached; 0 if none
}

// Exception is a finding that is known and right.
type Exception struct {
	Row
	Rule, Path, Subject, Reason string
}

// LeftOut is a statement that was read and not taken.
type LeftOut struct {
	Row
	Indicator, Country, Source, Reason string
}

// Heading tells what a heading of a publisher's table says of one of our indicators.
type Heading struct {
	Row
	Format, Text, Item, Indicator, Cell, Basis, Confidence, Locator string
}

// Correction is something that the atlas had wrong and put right.
type Correction struct {
	Row
	Corrected, Country, Indicator, Basis string
	Period                               int
	Said, Says, Since, Source, Locator   string
	Noticed, Note                        string
}

// Anonymous stands for whoever noticed a mistake and is not to be named.
const Anonymous = "anonymous"

// Name is a country's name beside those of CLDR.
type Name struct {
	Row
	ISO3, Lang, Kind, Text string
}

// Area says how an area without a country of its own, or a country without an area, is drawn.
type Area struct {
	Row
	ID, Country, Drawn, Reason string
}

// Line is a border that is not agreed.
type Line struct {
	Row
	Area, Neighbour, Within, Reason string
}

// Edition is the identity of a release, from edition.toml.
type Edition struct {
	Number, Date, Title, Publisher, URL, Repository, Contact string
}

// Year gives the year of the edition's date, against which ages are counted; 0 if there is none.
func (e Edition) Year() int { return atoi(strings.SplitN(e.Date, "-", 2)[0]) }

// Next gives the year after that, in which the next edition is due.
func (e Edition) Next() int { return e.Year() + 1 }

// Origin is the card of files that others publish and the atlas keeps unchanged.
type Origin struct {
	// Path is the card's own place, such as data/names/ORIGIN.toml.
	Path                                                           string `toml:"-"`
	Package, Version, Title, Publisher, Licence, Address, Accessed string
	// Repository stands for Address where the publisher has no other page.
	Repository string
	// Files holds the checksum of each file beside the card, by name.
	Files map[string]Checksum
}

// Checksum tells one state of a file from every other.
type Checksum struct {
	SHA256 string // hexadecimal
	Bytes  int
}

// Fault is something that keeps a file from being read.
type Fault struct {
	csvfile.Pos
	Rule, Found, Want string
}

// Dataset is everything that people edit, as read.
type Dataset struct {
	Edition      Edition
	Countries    []Country
	Regions      []Region
	Indicators   []Indicator
	Sources      []Source
	Observations []Observation
	Totals       []Total
	Aggregates   []Aggregate
	Terms        []Term
	Wordings     []Wording
	Remarks      []Remark
	Thresholds   []Threshold
	Exceptions   []Exception
	LeftOut      []LeftOut
	Corrections  []Correction
	Headings     []Heading
	Names        []Name
	Areas        []Area
	Lines        []Line
	// Notes are what people wrote about countries, the texts that several share last.
	Notes []Note
	// Texts are the files of words that people write, sorted by path.
	Texts []TextFile
	// Territories holds CLDR's names by language and alpha-2 code.
	Territories map[string]map[string]string
	// Boundaries is the TopoJSON of the world, unparsed.
	Boundaries []byte
	// AreaCodes are the codes of the areas in the boundaries, in their order.
	AreaCodes []string
	// Origins are the cards of the boundaries and of CLDR's names.
	Origins []Origin
	// Frozen are the editions that were released, sorted by name.
	Frozen []Frozen
	// Raw holds the bytes of each file that was read, by path; archives of editions are not among them.
	Raw map[string][]byte
	// Tables are the CSV files in the order of Files.
	Tables []*csvfile.Table
	// Faults are the places that could not be read.
	Faults []Fault

	country   map[string]int
	region    map[string]int
	indicator map[string]int
	source    map[string]int
	names     map[[2]string]string
}

// Country finds a country by its key.
func (d *Dataset) Country(iso3 string) (Country, bool) { return find(d.Countries, d.country, iso3) }

// Region finds a region by its id.
func (d *Dataset) Region(id string) (Region, bool) { return find(d.Regions, d.region, id) }

// Indicator finds an indicator by its id.
func (d *Dataset) Indicator(id string) (Indicator, bool) {
	return find(d.Indicators, d.indicator, id)
}

// Core gives the core questions: the first five indicators, in their order.
func (d *Dataset) Core() []Indicator {
	const core = 5
	return d.Indicators[:min(core, len(d.Indicators))]
}

// Source finds a source by its id.
func (d *Dataset) Source(id string) (Source, bool) { return find(d.Sources, d.source, id) }

// Name gives a country's name in a language: the atlas's own choice, else CLDR's, else the key.
func (d *Dataset) Name(iso3, lang string) string {
	if own, ok := d.names[[2]string{iso3, lang}]; ok {
		return own
	}
	if c, ok := d.Country(iso3); ok {
		if name := d.Territories[lang][c.ISO2]; name != "" {
			return name
		}
	}
	return iso3
}

func find[T any](all []T, index map[string]int, key string) (T, bool) {
	if i, ok := index[key]; ok {
		return all[i], true
	}
	var none T
	return none, false
}
