package dataset

// Type says what a column holds; rules and the published Table Schema both follow it.
type Type string

// The types of columns.
const (
	Text    Type = "text"    // words for readers
	Code    Type = "code"    // lower-case letters, digits, hyphens
	ISO3    Type = "iso3"    // a country's key
	Enum    Type = "enum"    // one of Column.Values
	Integer Type = "integer" // digits only
	Number  Type = "number"  // digits with an optional decimal point
	Period  Type = "period"  // a year
	URL     Type = "url"     // http or https
	Point   Type = "point"   // "longitude latitude" in degrees
	Month   Type = "month"   // 2026-11
	Date    Type = "date"    // 2026-11-22
)

// Column describes one column of a data file. This is the only place where it is spelt.
type Column struct {
	Name     string
	Type     Type
	Values   []string // of an Enum
	Required bool     // an empty cell is an error
	About    string   // one line for maintainers and for the data package
}

// File describes one data file, or each file of a folder where Path ends in "/".
type File struct {
	Path    string
	Columns []Column
	Key     []string // the columns that together must be unique; also the order of rows
	About   string
}

// Vocabularies. Each is spelt here and nowhere else.
var (
	Kinds       = []string{"availability", "percentage", "count", "score"}
	Groups      = []string{"services", "policy", "women", "prisons", "epidemiology"}
	Palettes    = []string{"yes-no", "sequential"}
	Units       = []string{"percent", "people", "sites", "per-person-per-year"}
	Answers     = []string{"yes", "no", "unknown"}
	Confidences = []string{"stated", "implied", "derived"}
	// Statuses are what the atlas can say of an answer.
	Statuses = []string{"yes", "no", "unknown", "contested", "no-data"}
	Tiers    = []string{"1", "2", "3", "4"}
	// NationalBases are the ways of counting people in treatment that may stand for a
	// country, in the order in which a headline prefers them; the ones with "+alcohol"
	// also count people treated for alcohol.
	NationalBases = []string{
		"entrants", "entrants+alcohol", "new_entrants", "new_entrants+alcohol",
		"clients", "clients+alcohol", "oat_clients", "oat_clients+alcohol",
	}
	// PartialBases never stand for a country: some clients only, or a part of the country.
	PartialBases = []string{"sample", "sample+alcohol", "registry", "registry+alcohol", "claims", "men-only", "subnational"}
	// StatusNotes are remarks on a country itself, worded in the interface strings.
	StatusNotes = []string{"no-permanent-inhabitants", "non-self-governing", "unscr-1244"}
	// NameKinds: the name that replaces CLDR's, another current name, or a former one.
	NameKinds = []string{"name", "alias", "former"}
	// Limits are what a threshold marks: a number below low is low coverage, one above high is
	// high, and a target is what was to be reached.
	Limits = []string{"low", "high", "target"}
	// Languages of the site, English first.
	Languages = []string{"en", "es", "fr", "ru", "ar"}
	// Formats are the kinds of files that publishers issue.
	Formats = []string{"gho", "aidsinfo", "euda", "sheet"}
	// Ends are the cells that hold a value: itself, or the ends of its range.
	Ends = []string{"value", "low", "high"}
	// Drawn says how an area without a country of its own, or a country without an area, is drawn.
	Drawn = []string{"joined", "undetermined", "mark"}
)

// BasisRequired are the indicators of which a value means nothing without its basis.
var BasisRequired = map[string]bool{"women-in-treatment": true}

// observationColumns are the columns of every file of observations.
var observationColumns = []Column{
	{"country", ISO3, nil, true, "The country, by its key in countries.csv."},
	{"period", Period, nil, true, "The year that the value is about."},
	{"value", Text, nil, false, "yes, no or unknown; or a number, empty where only low and high are known."},
	{"low", Number, nil, false, "Lower end of a range."},
	{"high", Number, nil, false, "Upper end of a range."},
	{"basis", Enum, nil, false, "Who was counted; empty for the whole country."},
	{"source", Code, nil, true, "The publication, by its id in sources.csv."},
	{"locator", Text, nil, true, "Where in the publication: table, page, row."},
	{"confidence", Enum, Confidences, true, "stated by the source, implied by a count above zero, or derived."},
	{"note", Text, nil, false, "How a derived value was derived; what else a reader must know."},
}

// Files lists every data file with its columns.
var Files = []File{
	{"data/countries.csv", []Column{
		{"iso3", ISO3, nil, true, "ISO 3166-1 alpha-3 code; XKX for Kosovo."},
		{"iso2", Text, nil, true, "ISO 3166-1 alpha-2 code; XK for Kosovo."},
		{"m49", Text, nil, false, "UN M49 code, three digits."},
		{"region", Code, nil, false, "Region of the Global State of Harm Reduction."},
		{"m49_region", Text, nil, false, "UN M49 region."},
		{"m49_subregion", Text, nil, false, "UN M49 subregion."},
		{"point", Point, nil, false, "Longitude and latitude of the mark where the boundaries have no area."},
		{"profile", Enum, []string{"yes", "no"}, true, "no for places without permanent inhabitants."},
		{"status_note", Enum, StatusNotes, false, "A remark on the country itself."},
	}, []string{"iso3"}, "Countries and territories: ISO 3166-1 and Kosovo."},
	{"data/regions.csv", []Column{
		{"id", Code, nil, true, "Key of the region."},
		{"order", Integer, nil, true, "Order on pages."},
		{"gshr_name", Text, nil, true, "Name as the Global State of Harm Reduction prints it."},
	}, []string{"order"}, "The nine regions of the Global State of Harm Reduction."},
	{"data/indicators.csv", []Column{
		{"id", Code, nil, true, "Key of the indicator, in files, addresses and code."},
		{"kind", Enum, Kinds, true, "What a value looks like."},
		{"unit", Enum, Units, false, "Unit of a number."},
		{"group", Enum, Groups, true, "Where the indicator stands on pages."},
		{"order", Integer, nil, true, "Order on pages; the first five are the core."},
		{"palette", Enum, Palettes, true, "How maps colour it."},
		{"stale_after_years", Integer, nil, true, "Years after which a latest value counts as old."},
	}, []string{"order"}, "What the atlas measures."},
	{"data/sources.csv", []Column{
		{"id", Code, nil, true, "Key: publisher, work, year, part."},
		{"tier", Enum, Tiers, true, "1 authors who collected it, 2 official returns, 3 copies, 4 news and undated pages."},
		{"title", Text, nil, true, "Exact title."},
		{"publisher", Text, nil, false, "Organisation or journal."},
		{"year", Period, nil, false, "Year of publication; empty if undated."},
		{"url", URL, nil, false, "Address at which it was read."},
		{"language", Text, nil, true, "ISO 639-1 code of its language."},
		{"licence", Text, nil, false, "The source's own terms, where known."},
		{"accessed", Month, nil, true, "Month in which it was read."},
		{"note", Text, nil, false, "How it was read, if not in the original."},
	}, []string{"id"}, "The publications that were read."},
	{"data/totals.csv", []Column{
		{"indicator", Text, nil, true, "Indicator, or other:name for a count of something else."},
		{"period", Period, nil, true, "Year that the total is about."},
		{"scope", Text, nil, true, "world, a region, or other:name."},
		{"countries", Integer, nil, true, "Number of countries as printed."},
		{"source", Code, nil, true, "The publication that prints it."},
		{"note", Text, nil, false, "What was counted, or what is odd about it."},
	}, []string{"indicator", "period", "scope", "source", "countries"}, "Head-counts that publishers print, to reconcile against."},
	{"data/aggregates.csv", []Column{
		{"id", Code, nil, true, "Key by which pages cite the figure."},
		{"scope", Text, nil, true, "The world or the part of it that the figure is about."},
		{"measure", Text, nil, true, "What was measured."},
		{"value", Number, nil, false, "The figure."},
		{"low", Number, nil, false, "Lower end of its range."},
		{"high", Number, nil, false, "Upper end of its range."},
		{"period", Period, nil, false, "Year that it is about; empty if the source gives none."},
		{"source", Code, nil, true, "The publication."},
		{"locator", Text, nil, true, "Where in the publication."},
	}, []string{"id"}, "World and regional figures that topics cite."},
	{"data/i18n/terms.csv", []Column{
		{"term", Code, nil, true, "Key of the term, an English one; the glossary's address of it."},
		{"lang", Enum, Languages, true, "Language."},
		{"name", Text, nil, true, "The term in that language."},
		{"short", Text, nil, false, "Its abbreviation."},
		{"definition", Text, nil, true, "What it means, in a sentence or two."},
		{"usage", Text, nil, false, "Whose usage is followed in that language."},
	}, []string{"term", "lang"}, "The field's terms in every language: the term base of translators and the glossary of readers."},
	{"data/wording.csv", []Column{
		{"lang", Enum, Languages, true, "Language."},
		{"avoid", Text, nil, true, "Words that are not written here; * stands for any ending, or at the front for any beginning."},
		{"instead", Text, nil, true, "What is written instead."},
		{"why", Text, nil, true, "Why, in that language."},
	}, []string{"lang", "avoid"}, "Words that stigmatise, and what is written instead."},
	{RemarksFolder, []Column{
		{"text", Text, nil, true, "A note or reason, exactly as it stands in a data file."},
		{"translation", Text, nil, true, "The same in the language that the file is named after."},
	}, []string{"text"}, "What the notes and reasons of data files say in other languages; a text without a row is shown in English."},
	{"data/thresholds.csv", []Column{
		{"indicator", Code, nil, true, "The indicator whose numbers it divides."},
		{"limit", Enum, Limits, true, "What it marks."},
		{"value", Number, nil, true, "The number, in the unit of the indicator."},
		{"period", Period, nil, false, "The year by which a target was to be reached."},
		{"source", Code, nil, true, "The publication that sets or reports it."},
		{"locator", Text, nil, true, "Where in the publication."},
		{"note", Text, nil, false, "What else a reader must know."},
	}, []string{"indicator", "limit"}, "Where the field calls coverage low and high."},
	{"data/exceptions.csv", []Column{
		{"rule", Code, nil, true, "The rule that is not applied."},
		{"file", Text, nil, true, "The file in which it would speak."},
		{"key", Text, nil, true, "The row, by its key."},
		{"reason", Text, nil, true, "Why this is right all the same."},
	}, []string{"rule", "file", "key"}, "Findings that are known and right; the list may only shrink."},
	{"data/left-out.csv", append(append([]Column{{"indicator", Code, nil, true, "Indicator of the row."}},
		observationColumns[:9]...), Column{"reason", Text, nil, true, "Why the row is not in the data."}),
		[]string{"indicator", "country", "period", "source", "basis", "locator", "value", "low", "high"}, "Statements that were read and not taken, with the reason."},
	{"data/corrections.csv", []Column{
		{"corrected", Date, nil, true, "The day on which it was put right."},
		{"country", ISO3, nil, true, "The country."},
		{"indicator", Code, nil, true, "The indicator."},
		{"period", Period, nil, true, "The year that the value is about."},
		{"basis", Enum, nil, false, "Who was counted; empty for the whole country."},
		{"said", Text, nil, true, "What the atlas said and was wrong: a status, a number or a range (10-20)."},
		{"says", Text, nil, true, "What it says since then."},
		{"since", Text, nil, true, "Since when it was wrong: the edition, or the day on which it was published."},
		{"source", Code, nil, true, "The publication that shows what is right."},
		{"locator", Text, nil, true, "Where in the publication."},
		{"noticed", Text, nil, true, "Who noticed, by the name that they agreed to, or anonymous."},
		{"note", Text, nil, false, "How the mistake came about."},
	}, []string{"corrected", "country", "indicator", "period", "basis"}, "What the atlas had wrong, since when, and who noticed."},
	{"data/headings.csv", []Column{
		{"format", Enum, Formats, true, "The kind of file, as `import` names it."},
		{"heading", Text, nil, true, "The publisher's heading or code."},
		{"item", Text, nil, false, "The publisher's word for a part of it: a subgroup, a programme."},
		{"indicator", Code, nil, true, "The indicator that it speaks of."},
		{"cell", Enum, Ends, true, "Which cell of an observation it fills."},
		{"basis", Enum, nil, false, "Who was counted; empty for the whole country."},
		{"confidence", Enum, []string{"stated", "implied"}, true, "stated, or implied: a number above zero means yes."},
		{"locator", Text, nil, false, "Where in the publication; {country} and {period} stand for the row's own."},
	}, []string{"format", "heading", "item", "indicator", "cell"}, "Headings of publishers' tables and what they say of our indicators."},
	{"data/names/names.csv", []Column{
		{"iso3", ISO3, nil, true, "The country."},
		{"lang", Enum, Languages, true, "Language of the name."},
		{"kind", Enum, NameKinds, true, "name replaces CLDR's; alias and former serve the finder."},
		{"text", Text, nil, true, "The name."},
	}, []string{"iso3", "lang", "kind", "text"}, "Names beside those of CLDR."},
	{"data/boundaries/areas.csv", []Column{
		{"area", Text, nil, true, "Code of the area in the boundaries, or of the country without one."},
		{"country", ISO3, nil, false, "The country it is drawn with."},
		{"drawn", Enum, Drawn, true, "How it is drawn."},
		{"reason", Text, nil, true, "Why."},
	}, []string{"area"}, "Areas without a country of their own and countries without an area."},
	{"data/boundaries/lines.csv", []Column{
		{"area", Text, nil, true, "One side of the border."},
		{"neighbour", Text, nil, true, "The other side."},
		{"within", Text, nil, false, "West, south, east and north of the stretch, in degrees; empty for all of it."},
		{"reason", Text, nil, true, "Why it is drawn dashed."},
	}, []string{"area", "neighbour"}, "Borders that are not agreed."},
	{"data/observations/", observationColumns, []string{"country", "period", "source", "basis", "locator", "value", "low", "high"},
		"One file for each indicator; one row for each statement of a source."},
}

// FileFor gives the description of a data file by its path.
func FileFor(path string) (File, bool) {
	for _, f := range Files {
		if f.Path == path || isFolder(f.Path) && dirOf(path) == f.Path {
			return f, true
		}
	}
	return File{}, false
}

// Column finds a column by name.
func (f File) Column(name string) (Column, bool) {
	for _, c := range f.Columns {
		if c.Name == name {
			return c, true
		}
	}
	return Column{}, false
}
