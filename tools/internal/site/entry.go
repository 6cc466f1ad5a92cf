package site

import (
	"slices"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Entry is one indicator in one country: what a row of a profile says.
type Entry struct {
	Indicator string `json:"indicator"`
	Country   string `json:"country"`
	// State is yes, no, unknown, contested, value or no-data.
	State string `json:"state"`
	// Fill names the colour or pattern on maps and chips: yes, no-stale, q3-hatched, range, none;
	// empty for a number that no map shows.
	Fill string `json:"fill,omitempty"`
	// Class is the fill's class alone, for drawings made by the tool.
	Class    carto.Class `json:"-"`
	Year     int         `json:"year,omitempty"`
	Inferred bool        `json:"inferred,omitempty"`
	Stale    bool        `json:"stale,omitempty"`
	// NoChangeBy is the newer year by which derived observations report no change.
	NoChangeBy int `json:"no_change_by,omitempty"`
	// Repeats is the derived statement that says so.
	Repeats *Statement `json:"repeats,omitempty"`
	// Earlier is the known status before an unknown or a differing inferred one.
	Earlier *Earlier `json:"earlier,omitempty"`
	Number  *Number  `json:"number,omitempty"`
	// Says is the key under which templates keep what it says in words; see saying.
	Says string `json:"says"`
	// Levels are the classes of coverage that the number reaches into: low, medium, high.
	Levels []string `json:"levels,omitempty"`
	Basis  string   `json:"basis,omitempty"`
	// National tells that it may stand for the country: its years are about the same people.
	National bool `json:"-"`
	// Alcohol tells that people treated for alcohol are counted too.
	Alcohol bool `json:"alcohol,omitempty"`
	// Spoke counts the publications whose statements spoke for the status or against it.
	Spoke   int         `json:"spoke,omitempty"`
	Lead    *Statement  `json:"lead,omitempty"`
	Agree   []Statement `json:"agree,omitempty"`
	Against []Statement `json:"against,omitempty"`
	Silent  []Statement `json:"silent,omitempty"`
	Scale   []Scale     `json:"scale,omitempty"`
	History []Moment    `json:"history,omitempty"`
	// Span is the lowest and the highest number of a history with several.
	Span *Number `json:"span,omitempty"`
	// Current is what a profile's entry says in the words of the data files, for whoever reads a correction:
	// "yes, 2024", "12.5–20, 2019".
	Current string `json:"current,omitempty"`
	// Footnotes are numbers of the profile's footnotes.
	Footnotes []int `json:"footnotes,omitempty"`
	// Others are the same indicator on bases that do not stand for the country.
	Others []Entry `json:"others,omitempty"`
	// Partial counts them where they are not listed, on pages of indicators.
	Partial int `json:"partial,omitempty"`
	// Since tells what the newest frozen edition says instead; absent where it says the same.
	Since *Since `json:"since,omitempty"`
}

// Earlier is a status of an earlier period.
type Earlier struct {
	State string `json:"state"`
	Year  int    `json:"year"`
}

// Moment is the status of one period with what its sources say.
type Moment struct {
	Period  int    `json:"period"`
	State   string `json:"state"`
	Derived bool   `json:"derived,omitempty"`
	// Says is as that of an entry.
	Says       string      `json:"says"`
	Number     *Number     `json:"number,omitempty"`
	Statements []Statement `json:"statements"`
	Place      *Place      `json:"place,omitempty"`
}

// Statement is what one source says.
type Statement struct {
	State      string  `json:"state"`
	Number     *Number `json:"number,omitempty"`
	Period     int     `json:"period"`
	Source     string  `json:"source"`
	Locator    string  `json:"locator"`
	Confidence string  `json:"confidence"`
	Note       string  `json:"note,omitempty"`
	Tier       int     `json:"tier"`
}

// Number is a number or a range. Absent ends are null.
type Number struct {
	Value *Figure `json:"value,omitempty"`
	Low   *Figure `json:"low,omitempty"`
	High  *Figure `json:"high,omitempty"`
}

// Figure is a number with as many decimals as its source prints.
type Figure struct {
	N        float64 `json:"n"`
	Decimals int     `json:"d"`
}

// entry makes the record of an indicator in a country from all its series.
func (b builder) entry(i dataset.Indicator, iso3 string) Entry {
	e := Entry{Indicator: i.ID, Country: key(iso3), State: string(status.NoData), Fill: fillNone}
	e.Says = e.saying()
	headline, ok := b.statuses.Headline(i.ID, iso3)
	if ok {
		e = b.seriesEntry(headline)
		e.Scale = b.scale(i.ID, iso3)
		e.Levels = levels(b.thresholds(i.ID), e.Number)
	}
	for _, s := range b.statuses.Series(i.ID, iso3) {
		if !ok || s.Basis != headline.Basis {
			e.Others = append(e.Others, b.seriesEntry(s))
		}
	}
	return e
}

func (b builder) seriesEntry(s status.Series) Entry {
	latest, ground := s.Latest, s.Ground()
	e := Entry{
		Indicator: s.Indicator, Country: key(s.Country), State: string(latest.State),
		Year: s.Year(), Inferred: s.Inferred(), Stale: s.Stale, NoChangeBy: s.NoChangeBy(),
		Basis: s.Basis, National: s.National(), Alcohol: alcohol(s.Basis),
		Spoke: spoke(ground), Agree: statements(ground.Agree), Against: statements(ground.Against), Silent: statements(ground.Silent),
	}
	if latest.State != status.Value {
		e.paint(carto.Class(e.State))
	}
	lead := statement(ground.Lead)
	e.Lead, e.Number = &lead, lead.Number
	if e.NoChangeBy > 0 {
		repeats := statement(latest.Lead)
		e.Repeats = &repeats
	}
	if s.Earlier.State != status.NoData {
		e.Earlier = &Earlier{string(s.Earlier.State), s.Earlier.Period}
	}
	for _, c := range slices.Backward(s.Periods) {
		e.History = append(e.History, moment(s.Indicator, c))
	}
	e.Says = e.saying()
	return e
}

// alcohol tells that a basis counts people treated for alcohol too.
func alcohol(basis string) bool { return strings.HasSuffix(basis, "+alcohol") }

// spoke counts the publications behind a conclusion, less those that were not needed.
func spoke(c status.Conclusion) int {
	sources := map[string]bool{}
	for _, s := range slices.Concat([]status.Statement{c.Lead}, c.Agree, c.Against) {
		sources[s.Source] = true
	}
	return len(sources)
}

// fillNone is the fill of a country without data.
const fillNone = string(carto.None)

// paint sets the fill: a class with what the entry adds to it (counted with alcohol, old).
func (e *Entry) paint(class carto.Class) {
	e.Class = class
	e.Fill = carto.Fill{Class: class, Stale: e.Stale, Hatched: e.Alcohol && class != carto.Range}.Name()
}

func moment(indicator string, c status.Conclusion) Moment {
	all := slices.Concat([]status.Statement{c.Lead}, c.Agree, c.Against, c.Silent)
	m := Moment{Period: c.Period, State: string(c.State), Derived: c.Derived, Number: number(*c.Lead.Observation), Statements: statements(all)}
	m.Says = saying(indicator, m.State, m.Period, m.Derived, false, nil, m.Number)
	return m
}

func statements(all []status.Statement) []Statement {
	var list []Statement
	for _, s := range all {
		list = append(list, statement(s))
	}
	return list
}

func statement(s status.Statement) Statement {
	n := number(*s.Observation)
	state := s.Value
	if n != nil {
		state = string(status.Value)
	}
	return Statement{state, n, s.Period, s.Source, s.Locator, s.Confidence, s.Note, s.Tier}
}

// number gives the number of an observation; nil for yes, no and unknown.
func number(o dataset.Observation) *Number {
	n := Number{figure(o.Value), figure(o.Low), figure(o.High)}
	if n == (Number{}) {
		return nil
	}
	return &n
}

func figure(text string) *Figure {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil
	}
	_, decimals, _ := strings.Cut(text, ".")
	return &Figure{n, len(decimals)}
}
