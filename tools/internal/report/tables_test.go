package report_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/agenda"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/report"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

const observationHeader = "country,period,value,low,high,basis,source,locator,confidence,note\n"

// load makes a data set of two countries and two indicators from rows of observations.
func load(nsp, sites string) *dataset.Dataset {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"data/countries.csv": "iso3,iso2,m49,region,m49_region,m49_subregion,point,profile,status_note\n" +
			"CIV,CI,384,africa,Africa,,,yes,\nKEN,KE,404,africa,Africa,,,yes,\nUMI,UM,581,,Oceania,,,no,\n",
		"data/regions.csv":                "id,order,gshr_name\nafrica,1,Africa\n",
		"data/indicators.csv":             "id,kind,unit,group,order,palette,stale_after_years\nnsp,availability,,services,1,yes-no,8\nnsp-sites,count,sites,services,2,sequential,8\n",
		"data/sources.csv":                "id,tier,title,publisher,year,url,language,licence,accessed,note\none,1,One,P,2024,,en,,,\ntwo,2,Two,P,2024,,en,,,\npress,4,News,P,2024,,en,,,\n",
		"data/names/names.csv":            "iso3,lang,kind,text\nCIV,en,alias,Ivory Coast\n",
		"data/names/en.json":              `{"main":{"en":{"localeDisplayNames":{"territories":{"CI":"Côte d’Ivoire","KE":"Kenya"}}}}}`,
		"data/names/ru.json":              `{"main":{"ru":{"localeDisplayNames":{"territories":{"KE":"Кения"}}}}}`,
		"data/edition.toml":               "date = \"2026-11-22\"\n",
		"data/observations/nsp.csv":       observationHeader + nsp,
		"data/observations/nsp-sites.csv": observationHeader + sites,
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return dataset.Load(files)
}

// Each case is a row of the table of a country: status, year, basis, source, what it rests on.
func TestCountry(t *testing.T) {
	for _, test := range []struct {
		name, nsp, sites string
		want             []string
	}{
		{"nothing known", "", "", []string{"nsp", "no data", "", "", "", ""}},
		{"a fresh yes", "KEN,2024,yes,,,,one,p. 1,stated,\n", "", []string{"nsp", "yes", "2024", "", "one", "stated"}},
		{"an old yes never reads like a fresh one", "KEN,2017,yes,,,,one,p. 1,stated,\n", "",
			[]string{"nsp", "yes, last reported 2017", "2017", "", "one", "stated"}},
		{"eight years before 2026 is not yet old", "KEN,2018,yes,,,,one,p. 1,stated,\n", "",
			[]string{"nsp", "yes", "2018", "", "one", "stated"}},
		{"a derived yes says so", "KEN,2024,yes,,,,one,p. 1,derived,by exclusion\n", "",
			[]string{"nsp", "yes, inferred", "2024", "", "one", "derived"}},
		{"newer derived rows add to the year", "KEN,2020,no,,,,two,p. 1,stated,\nKEN,2024,no,,,,one,p. 1,derived,as before\n", "",
			[]string{"nsp", "no, no change reported by 2024", "2020", "", "two", "stated"}},
		{"unknown after yes names both", "KEN,2022,yes,,,,one,p. 1,stated,\nKEN,2024,unknown,,,,one,p. 2,stated,\n", "",
			[]string{"nsp", "unknown in 2024; yes in 2022", "2024", "", "one", "stated"}},
		{"contested shows both sides", "KEN,2024,no,,,,one,p. 1,stated,\nKEN,2024,yes,,,,two,p. 1,stated,\n", "",
			[]string{"nsp", "contested", "2024", "", "two, one", "yes: two; no: one"}},
		{"news do not contest", "KEN,2024,no,,,,one,p. 1,stated,\nKEN,2024,yes,,,,press,,stated,\n", "",
			[]string{"nsp", "no", "2024", "", "one", "stated, 1 of tier 4 overruled"}},
		{"derived rows are silent beside stated ones", "KEN,2024,no,,,,one,p. 1,derived,x\nKEN,2024,yes,,,,press,,stated,\n", "",
			[]string{"nsp", "yes", "2024", "", "press", "stated, 1 silent"}},
		{"a part of the country never reads like the whole", "KEN,2024,yes,,,subnational,one,p. 1,stated,one city\n", "",
			[]string{"nsp", "yes, in a part", "2024", "subnational", "one", "stated"}},
		{"numbers stand beside other estimates", "", "KEN,2024,31,,,,one,p. 1,stated,\nKEN,2024,40,,,,two,p. 1,stated,\n",
			[]string{"nsp-sites", "31", "2024", "", "one", "stated, 1 other estimate"}},
		{"with their range", "", "KEN,2024,31,30,35,,one,p. 1,stated,\n", []string{"nsp-sites", "31 (30–35)", "2024", "", "one", "stated"}},
		{"or as a range", "", "KEN,2024,,30,35,,one,p. 1,implied,\n", []string{"nsp-sites", "30–35", "2024", "", "one", "implied"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := load(test.nsp, test.sites)
			row := report.Country(d, status.Of(d), "KEN").Rows[0]
			if test.sites != "" {
				row = report.Country(d, status.Of(d), "KEN").Rows[1]
			}
			if diff := cmp.Diff(test.want, row); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestCoverageCountsByHand(t *testing.T) {
	d := load("CIV,2010,yes,,,,one,p. 1,stated,\nKEN,2024,yes,,,,one,p. 1,derived,x\nUMI,2024,yes,,,,one,p. 1,stated,\n", "CIV,2020,3,,,,one,p. 1,stated,\n")
	want := [][]string{
		// with data, yes, no, unknown, contested, number, stale, inferred, newest, oldest
		{"nsp", "2", "2", "0", "0", "0", "", "1", "1", "2024", "2010"},
		{"nsp-sites", "1", "", "", "", "", "1", "0", "0", "2020", "2020"},
	}
	if diff := cmp.Diff(want, report.Coverage(d, status.Of(d)).Rows); diff != "" {
		t.Errorf("a place without profile must not count (-want +got):\n%s", diff)
	}
}

// aged holds a stale, a soon stale and a fresh status, one of them inferred and one contested.
func aged() *dataset.Dataset {
	return load("CIV,2017,yes,,,,one,p. 1,derived,x\nKEN,2024,no,,,,two,p. 1,stated,\nKEN,2024,yes,,,,one,p. 1,stated,\n", "KEN,2018,3,,,,one,p. 1,stated,\n")
}

func TestAges(t *testing.T) {
	d := aged()
	got := report.Ages(d, status.Of(d))
	want := [][]string{
		// stale after, fresh, stale in 2027, stale, median year, contested, inferred
		{"nsp", "8", "1", "0", "1", "2017", "50 %", "50 %"},
		{"nsp-sites", "8", "0", "1", "0", "2018", "0 %", "0 %"},
		{"all", "", "1", "1", "1", "2018", "33 %", "33 %"},
	}
	if diff := cmp.Diff(want, got.Rows); diff != "" || got.Columns[3].Title != "stale in 2027" {
		t.Errorf("under %v (-want +got):\n%s", got.Columns, diff)
	}
}

func TestAgesOfNothing(t *testing.T) {
	d := load("", "")
	want := []string{"nsp", "8", "0", "0", "0", "", "", ""}
	if diff := cmp.Diff(want, report.Ages(d, status.Of(d)).Rows[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRegionsCountCoreAndAll(t *testing.T) {
	d := aged()
	want := [][]string{
		// countries, nsp, nsp-sites, all, stale, contested, inferred, median year
		{"Africa", "2", "2", "1", "75 %", "33 %", "33 %", "33 %", "2018"},
		{"World", "2", "2", "1", "75 %", "33 %", "33 %", "33 %", "2018"},
	}
	if diff := cmp.Diff(want, report.Regions(d, status.Of(d)).Rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNextListsSoManyGaps(t *testing.T) {
	d := aged()
	for _, test := range []struct {
		name   string
		most   int
		want   []string
		remark string
	}{
		{"all, if there are fewer", 9, []string{
			"1|nsp|Côte d’Ivoire|CIV|yes|2017|stale, inferred",
			"2|nsp-sites|Côte d’Ivoire|CIV|no data||no data, last core gap",
			"3|nsp|Kenya|KEN|contested|2024|contested",
			"4|nsp-sites|Kenya|KEN|3|2018|stale in 2027",
		}, "The first 4 of 4 gaps. "},
		{"the first", 1, []string{"1|nsp|Côte d’Ivoire|CIV|yes|2017|stale, inferred"}, "The first 1 of 4 gaps. "},
		{"none", 0, nil, "The first 0 of 4 gaps. "},
	} {
		t.Run(test.name, func(t *testing.T) {
			table := report.Next(d, status.Of(d), test.most)
			var got []string
			for _, row := range table.Rows {
				got = append(got, strings.Join(row, "|"))
			}
			if diff := cmp.Diff(test.want, got); diff != "" || table.Remarks[0] != test.remark+agenda.Rule {
				t.Errorf("remark %q (-want +got):\n%s", table.Remarks[0], diff)
			}
		})
	}
}

func TestIndicatorCountsThoseWithoutData(t *testing.T) {
	d := load("CIV,2010,yes,,,subnational,one,p. 1,stated,one city\n", "")
	regions, countries := report.Indicator(d, status.Of(d), "nsp")
	if got := strings.Join(regions.Rows[0], "|"); got != "Africa|0|0|0|0|0||0|0||" {
		t.Errorf("evidence about a part counted for the whole: %s", got)
	}
	if got, want := countries.Remarks[0], "No data: 1 country. Known only of a part of the country or of its people: 1."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if regions, _ = report.Indicator(d, status.Of(d), "nsb"); len(regions.Rows) > 0 {
		t.Error("an unknown indicator has rows")
	}
}

func TestReasoningShowsEveryObservation(t *testing.T) {
	d := load("KEN,2020,yes,,,,one,p. 1,stated,\nKEN,2024,no,,,,one,p. 2,stated,\nKEN,2024,yes,,,,press,,stated,\nKEN,2024,unknown,,,,two,p. 3,stated,\n", "")
	tables := report.Reasoning(d, status.Of(d), "nsp", "KEN")
	var got []string
	for _, row := range tables[0].Rows {
		got = append(got, strings.Join(row, "|"))
	}
	want := []string{
		"2024|no|leads|no|stated|1|one|p. 2||data/observations/nsp.csv:3:10",
		"2024||against|yes|stated|4|press|||data/observations/nsp.csv:4:10",
		"2024||silent|unknown|stated|2|two|p. 3||data/observations/nsp.csv:5:10",
		"2020|yes|leads|yes|stated|1|one|p. 1||data/observations/nsp.csv:2:10",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFindCountry(t *testing.T) {
	d := load("", "")
	for word, want := range map[string]string{
		"KEN": "KEN", "ken": "KEN", "ke": "KEN", "Kenya": "KEN", "кения": "KEN",
		"Côte d’Ivoire": "CIV", "côte d'ivoire": "CIV", "ivory coast": "CIV", "Kenia": "", "": "",
	} {
		t.Run(word, func(t *testing.T) {
			if got, ok := report.FindCountry(d, word); got != want || ok != (want != "") {
				t.Errorf("got %q, %v; want %q", got, ok, want)
			}
		})
	}
}
