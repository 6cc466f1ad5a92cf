package status_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// The indicators of small data sets: one of answers, one of numbers, one of shares.
const (
	nsp    = "nsp"
	people = "people-who-inject"
	women  = "women-in-treatment"
)

// row is an observation of a small data set. What is empty becomes nsp in AAA in 2020, stated.
type row struct {
	indicator, country, value, low, high, basis, source, confidence string
	period                                                          int
}

// smallSources has two sources of each tier; those called t1, t2 … are newer than o1, o2 ….
func smallSources() string {
	var out strings.Builder
	out.WriteString("id,tier,title,publisher,year,url,language,licence,accessed,note\n")
	for tier := 1; tier <= 4; tier++ {
		fmt.Fprintf(&out, "t%d,%d,T,,2024,,en,,2026-11,\no%d,%d,T,,2010,,en,,2026-11,\n", tier, tier, tier, tier)
	}
	return out.String()
}

// load makes a data set of the edition 2026 from rows, through the same reader as the real one.
func load(t testing.TB, rows []row) *dataset.Dataset {
	t.Helper()
	files := map[string]string{
		"data/edition.toml": "date = \"2026-11-22\"\n",
		"data/sources.csv":  smallSources(),
		"data/indicators.csv": "id,kind,unit,group,order,palette,stale_after_years\nnsp,availability,,services,1,yes-no,8\n" +
			"people-who-inject,count,people,epidemiology,2,sequential,8\nwomen-in-treatment,percentage,percent,women,3,sequential,8\n",
	}
	header := "country,period,value,low,high,basis,source,locator,confidence,note\n"
	for _, id := range []string{nsp, people, women} {
		files["data/observations/"+id+".csv"] = header
	}
	for i, r := range rows {
		files["data/observations/"+or(r.indicator, nsp)+".csv"] += fmt.Sprintf("%s,%d,%s,%s,%s,%s,%s,p. %d,%s,\n",
			or(r.country, "AAA"), max(r.period, 0), r.value, r.low, r.high, r.basis, r.source, i, or(r.confidence, "stated"))
	}
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return dataset.Load(fsys)
}

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// words writes a series with everything concluded, so that two can be compared and printed.
func words(s status.Series) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s %s %s: %+v\n", s.Indicator, s.Country, s.Basis, verdictOf(s))
	for _, c := range s.Periods {
		fmt.Fprintf(&out, "  %d %+v\n", c.Period, reasoningOf(c))
	}
	return out.String()
}

func allWords(a *status.Atlas) string {
	var out strings.Builder
	for _, s := range a.All {
		out.WriteString(words(s))
	}
	return out.String()
}
