package dataset

import (
	"path"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
)

// add turns the rows of a table into records.
func (d *Dataset) add(t *csvfile.Table) {
	d.Tables = append(d.Tables, t)
	for _, f := range t.Faults {
		d.fault(f.Pos, "csv-syntax", f.Found, f.Want)
	}
	for i := range t.Rows {
		d.record(Row{t, i})
	}
}

func (d *Dataset) record(r Row) {
	s := r.Text
	switch file := r.File(); {
	case file == "data/countries.csv":
		d.Countries = append(d.Countries, Country{r, s("iso3"), s("iso2"), s("m49"), s("region"), s("m49_region"),
			s("m49_subregion"), s("point"), s("profile") != "no", s("status_note")})
	case file == "data/regions.csv":
		d.Regions = append(d.Regions, Region{r, s("id"), s("gshr_name")})
	case file == "data/indicators.csv":
		d.Indicators = append(d.Indicators, Indicator{r, s("id"), s("kind"), s("unit"), s("group"), s("palette"), atoi(s("stale_after_years"))})
	case file == "data/sources.csv":
		d.Sources = append(d.Sources, Source{r, s("id"), atoi(s("tier")), s("title"), s("publisher"), atoi(s("year")),
			s("url"), s("language"), s("licence"), s("accessed"), s("note")})
	case file == "data/totals.csv":
		d.Totals = append(d.Totals, Total{r, s("indicator"), s("scope"), s("source"), s("note"), atoi(s("period")), atoi(s("countries"))})
	case file == "data/aggregates.csv":
		d.Aggregates = append(d.Aggregates, Aggregate{r, s("id"), s("scope"), s("measure"), s("value"), s("low"), s("high"),
			s("source"), s("locator"), atoi(s("period"))})
	case file == "data/i18n/terms.csv":
		d.Terms = append(d.Terms, Term{r, s("term"), s("lang"), s("name"), s("short"), s("definition"), s("usage")})
	case file == "data/wording.csv":
		d.Wordings = append(d.Wordings, Wording{r, s("lang"), s("avoid"), s("instead"), s("why")})
	case file == "data/thresholds.csv":
		d.Thresholds = append(d.Thresholds, Threshold{r, s("indicator"), s("limit"), s("value"), s("source"), s("locator"), s("note"), atoi(s("period"))})
	case file == "data/exceptions.csv":
		d.Exceptions = append(d.Exceptions, Exception{r, s("rule"), s("file"), s("key"), s("reason")})
	case file == "data/left-out.csv":
		d.LeftOut = append(d.LeftOut, LeftOut{r, s("indicator"), s("country"), s("source"), s("reason")})
	case file == "data/headings.csv":
		d.Headings = append(d.Headings, Heading{r, s("format"), s("heading"), s("item"), s("indicator"), s("cell"), s("basis"), s("confidence"), s("locator")})
	case file == "data/corrections.csv":
		d.Corrections = append(d.Corrections, Correction{r, s("corrected"), s("country"), s("indicator"), s("basis"), atoi(s("period")),
			s("said"), s("says"), s("since"), s("source"), s("locator"), s("noticed"), s("note")})
	case file == "data/names/names.csv":
		d.Names = append(d.Names, Name{r, s("iso3"), s("lang"), s("kind"), s("text")})
	case file == "data/boundaries/areas.csv":
		d.Areas = append(d.Areas, Area{r, s("area"), s("country"), s("drawn"), s("reason")})
	case file == "data/boundaries/lines.csv":
		d.Lines = append(d.Lines, Line{r, s("area"), s("neighbour"), s("within"), s("reason")})
	case strings.HasPrefix(file, RemarksFolder):
		d.Remarks = append(d.Remarks, Remark{r, strings.TrimSuffix(path.Base(file), ".csv"), s("text"), s("translation")})
	default:
		indicator := strings.TrimSuffix(path.Base(file), ".csv")
		d.Observations = append(d.Observations, Observation{r, indicator, s("country"), atoi(s("period")), s("value"), s("low"),
			s("high"), s("basis"), s("source"), s("locator"), s("confidence"), s("note")})
	}
}

// index makes the look-ups; of two records with one key the first counts, and a rule tells of it.
func (d *Dataset) index() {
	d.country = indexBy(d.Countries, func(c Country) string { return c.ISO3 })
	d.region = indexBy(d.Regions, func(r Region) string { return r.ID })
	d.indicator = indexBy(d.Indicators, func(i Indicator) string { return i.ID })
	d.source = indexBy(d.Sources, func(s Source) string { return s.ID })
	d.names = map[[2]string]string{}
	for _, n := range d.Names {
		if n.Kind == "name" {
			d.names[[2]string{n.ISO3, n.Lang}] = n.Text
		}
	}
}

func indexBy[T any](all []T, key func(T) string) map[string]int {
	index := make(map[string]int, len(all))
	for i, one := range all {
		if _, twice := index[key(one)]; !twice {
			index[key(one)] = i
		}
	}
	return index
}
