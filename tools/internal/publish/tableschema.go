package publish

import (
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// schema is a Table Schema (https://datapackage.org/standard/table-schema/), as far as the
// atlas uses it.
type schema struct {
	Profile       string       `json:"$schema"`
	Fields        []field      `json:"fields"`
	MissingValues []labelled   `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	UniqueKeys    [][]string   `json:"uniqueKeys,omitempty"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

type field struct {
	Name              string       `json:"name"`
	Type              string       `json:"type"`
	Format            string       `json:"format,omitempty"`
	Description       string       `json:"description"`
	Delimiter         string       `json:"delimiter,omitempty"`
	ItemType          string       `json:"itemType,omitempty"`
	TrueValues        []string     `json:"trueValues,omitempty"`
	FalseValues       []string     `json:"falseValues,omitempty"`
	Categories        []labelled   `json:"categories,omitempty"`
	CategoriesOrdered bool         `json:"categoriesOrdered,omitempty"`
	MissingValues     *[]labelled  `json:"missingValues,omitempty"`
	Constraints       *constraints `json:"constraints,omitempty"`
}

// labelled is a category or a missing value with what it means.
type labelled struct {
	Value string `json:"value"`
	Label string `json:"label,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Pattern  string   `json:"pattern,omitempty"`
	Minimum  *float64 `json:"minimum,omitempty"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// missing says what an empty cell means where the field does not say otherwise.
var missing = []labelled{{"", "not stated, or does not apply"}}

// wholeCountry is the basis of most observations: an empty cell that is a value, not a gap.
var wholeCountry = labelled{"", "the whole country"}

// fieldTypes maps the types of columns to those of Table Schema.
var fieldTypes = map[dataset.Type]field{
	dataset.Text:    {Type: "string"},
	dataset.Code:    {Type: "string"},
	dataset.ISO3:    {Type: "string", Constraints: &constraints{Pattern: "[A-Z]{3}"}},
	dataset.Enum:    {Type: "string"},
	dataset.Integer: {Type: "integer", Constraints: &constraints{Minimum: new(float64)}},
	dataset.Number:  {Type: "number", Constraints: &constraints{Minimum: new(float64)}},
	dataset.Period:  {Type: "year"},
	dataset.URL:     {Type: "string", Format: "uri"},
	dataset.Point:   {Type: "string", Constraints: &constraints{Pattern: `-?[0-9.]+ -?[0-9.]+`}},
	dataset.Month:   {Type: "yearmonth"},
	dataset.Date:    {Type: "date"},
}

// fieldOf describes a column of a data file.
func fieldOf(c dataset.Column) field {
	f := fieldTypes[c.Type]
	f.Name, f.Description = c.Name, c.About
	for _, value := range c.Values {
		f.Categories = append(f.Categories, labelled{Value: value})
	}
	if c.Required {
		required := constraints{}
		if f.Constraints != nil {
			required = *f.Constraints
		}
		required.Required = true
		f.Constraints = &required
	}
	return f
}

// schemaOf describes the published form of a data file.
func schemaOf(file dataset.File) schema {
	s := schema{Profile: profile("tableschema"), MissingValues: missing, PrimaryKey: slices.Clone(file.Key)}
	for _, c := range file.Columns {
		s.Fields = append(s.Fields, fieldOf(c))
	}
	return s
}

// foreign adds keys: each field of the table names a record of the resource beside it.
func (s schema) foreign(keys ...[3]string) schema {
	for _, k := range keys {
		s.ForeignKeys = append(s.ForeignKeys, foreignKey{[]string{k[0]}, reference{k[1], []string{k[2]}}})
	}
	return s
}

var (
	toIndicator = [3]string{"indicator", "indicators", "id"}
	toCountry   = [3]string{"country", "countries", "iso3"}
	toRegion    = [3]string{"region", "regions", "id"}
	toSource    = [3]string{"source", "sources", "id"}
)

// observationSchema describes observations.csv: the columns of the data files and, first,
// the indicator. Its rows have no primary key, since a value may stand only as a range.
func observationSchema() schema {
	file, _ := dataset.FileFor("data/observations/")
	s := schemaOf(file).foreign(toIndicator, toCountry, toSource)
	s.Fields = slices.Insert(s.Fields, 0, indicatorField())
	for i := range s.Fields {
		if s.Fields[i].Name == "basis" {
			s.Fields[i] = basisField(s.Fields[i].Description)
		}
	}
	s.PrimaryKey, s.UniqueKeys = nil, [][]string{append([]string{"indicator"}, file.Key...)}
	return s
}

func indicatorField() field {
	return fieldOf(dataset.Column{Name: "indicator", Type: dataset.Code, Required: true, About: "The indicator, by its id in indicators.csv."})
}

func basisField(about string) field {
	f := fieldOf(dataset.Column{Name: "basis", Type: dataset.Enum, About: about,
		Values: slices.Concat(dataset.NationalBases, dataset.PartialBases)})
	f.Categories = slices.Insert(f.Categories, 0, wholeCountry)
	f.MissingValues = &[]labelled{}
	return f
}

// statuses are the categories of latest.csv, with what they mean.
var statuses = []labelled{
	{string(status.Yes), "it exists"},
	{string(status.No), "it does not exist"},
	{string(status.Unknown), "a source says that it is not known"},
	{string(status.Contested), "sources of equal standing disagree"},
	{string(status.Value), "a number: see value, low and high"},
}

// latestSchema describes latest.csv. Partial bases are named, since their rows never stand
// for a country.
func latestSchema() schema {
	observations, _ := dataset.FileFor("data/observations/")
	like := func(name, about string) field {
		c, _ := observations.Column(name)
		c.About = about
		return fieldOf(c)
	}
	number := func(name, about string) field {
		return fieldOf(dataset.Column{Name: name, Type: dataset.Number, About: about})
	}
	stated := fieldOf(dataset.Column{Name: "stated_period", Type: dataset.Period, About: "The newest year in which a source itself gave the status."})
	stated.MissingValues = &[]labelled{{"", "inferred: no source itself gives the status"}}
	state := fieldOf(dataset.Column{Name: "status", Type: dataset.Enum, Required: true, About: "The status that the atlas concludes."})
	state.Categories = statuses
	stale := field{Name: "stale", Type: "boolean", TrueValues: []string{"yes"}, FalseValues: []string{"no"},
		Description: "Whether the status is older than its indicator allows at the edition's date.", Constraints: &constraints{Required: true}}
	sources := field{Name: "sources", Type: "list", Delimiter: ";", ItemType: "string",
		Description: "All sources that spoke on the period, the leading one first.", Constraints: &constraints{Required: true}}
	s := schema{Profile: profile("tableschema"), MissingValues: missing, PrimaryKey: []string{"indicator", "country", "basis"}}
	s.Fields = []field{
		indicatorField(), like("country", "The country, by its key in countries.csv."),
		like("period", "The newest year for which there is a status."), stated, state,
		number("value", "The number, where the status is one."), number("low", "Lower end of its range."), number("high", "Upper end of its range."),
		basisField("Who was counted. A row on one of these never stands for its country: " + strings.Join(dataset.PartialBases, ", ") + "."),
		like("confidence", "Of the statement that leads."), stale,
		like("source", "The source that leads."), like("locator", "Where in that source."), sources,
	}
	return s.foreign(toIndicator, toCountry, toSource)
}
