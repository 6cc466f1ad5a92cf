package dataset_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// files is a small data set of which every file can be read.
var files = map[string]string{
	"data/countries.csv": "iso3,iso2,m49,region,m49_region,m49_subregion,point,profile,status_note\n" +
		"KEN,KE,404,east,Africa,Sub-Saharan Africa,,yes,\nUMI,UM,581,,Oceania,Micronesia,,no,no-permanent-inhabitants\n",
	"data/regions.csv":               "id,order,gshr_name\neast,1,Eastern Africa\n",
	"data/indicators.csv":            "id,kind,unit,group,order,palette,stale_after_years\nnsp,availability,,services,1,yes-no,8\n",
	"data/sources.csv":               "id,tier,title,publisher,year,url,language,licence,accessed,note\nhri-2024,1,The Report,HRI,2024,https://example.org/,en,,2026-11,\n",
	"data/totals.csv":                "indicator,period,scope,countries,source,note\nnsp,2024,world,93,hri-2024,\n",
	"data/aggregates.csv":            "id,scope,measure,value,low,high,period,source,locator\nshare,world,Share,5.6,,,2022,hri-2024,p. 9\n",
	"data/thresholds.csv":            "indicator,limit,value,period,source,locator,note\nnsp,target,50,2025,hri-2024,p. 8,\n",
	"data/wording.csv":               "lang,avoid,instead,why\nen,junkie*,people who use drugs,A label.\n",
	"data/i18n/terms.csv":            "term,lang,name,short,definition,usage\nnsp,en,needle and syringe programme,NSP,Sterile needles.,UN\n",
	"data/exceptions.csv":            "rule,file,key,reason\nvalue,data/observations/nsp.csv,KEN/2024,It is right.\n",
	"data/corrections.csv":           "corrected,country,indicator,period,basis,said,says,since,source,locator,noticed,note\n2026-11-20,KEN,nsp,2024,,no,yes,2026.1,hri-2024,p. 1,anonymous,A row was misread.\n",
	"data/headings.csv":              "format,heading,item,indicator,cell,basis,confidence,locator\nsheet,NSP,,nsp,value,,stated,\n",
	"data/left-out.csv":              "indicator,country,period,value,low,high,basis,source,locator,confidence,reason\nnsp,KEN,2023,yes,,,,hri-2024,p. 2,stated,Not national.\n",
	"data/names/names.csv":           "iso3,lang,kind,text\nKEN,fr,name,Le Kenya\nKEN,en,alias,Republic of Kenya\n",
	"data/boundaries/lines.csv":      "area,neighbour,within,reason\n",
	"data/boundaries/areas.csv":      "area,country,drawn,reason\nXXA,KEN,joined,Part of it.\n",
	"data/observations/nsp.csv":      "country,period,value,low,high,basis,source,locator,confidence,note\nKEN,2024,yes,,,,hri-2024,\"p. 1, table\",stated,\n",
	"data/edition.toml":              "number = \"2026.1\"\ndate = \"2026-11-22\"\ntitle = \"T\"\npublisher = \"P\"\nurl = \"U\"\nrepository = \"R\"\ncontact = \"C\"\n",
	"data/boundaries/world-50m.json": `{"type":"Topology","objects":{"countries":{"geometries":[{"properties":{"a3":"KEN"}},{"properties":{"a3":"XXA"}}]}},"arcs":[]}`,
	"data/boundaries/ORIGIN.toml":    "package = \"world\"\nsha256 = \"aa\"\nbytes = 2\n",
	"data/names/ORIGIN.toml":         "package = \"names\"\n[files]\n\"en.json\" = { sha256 = \"bb\", bytes = 3 }\n",
	"data/names/en.json":             `{"main":{"en":{"localeDisplayNames":{"territories":{"KE":"Kenya"}}}}}`,
	"data/names/es.json":             `{"main":{"es":{"localeDisplayNames":{"territories":{"KE":"Kenia"}}}}}`,
	"data/names/fr.json":             `{"main":{"fr":{"localeDisplayNames":{"territories":{"KE":"Kenya"}}}}}`,
	"data/names/ru.json":             `{"main":{"ru":{"localeDisplayNames":{"territories":{"KE":"Кения"}}}}}`,
	"data/names/ar.json":             `{"main":{"ar":{"localeDisplayNames":{"territories":{"KE":"كينيا"}}}}}`,
}

// load reads files with one of them replaced, or left out if the text is "-".
func load(name, text string) *dataset.Dataset {
	fsys := fstest.MapFS{}
	for path, data := range files {
		fsys[path] = &fstest.MapFile{Data: []byte(data)}
	}
	if name != "" {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if text == "-" {
		delete(fsys, name)
	}
	return dataset.Load(fsys)
}

func TestLoadReadsEveryFile(t *testing.T) {
	d := load("", "")
	if len(d.Faults) > 0 {
		t.Fatal(d.Faults)
	}
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"country", d.Countries[0].M49Subregion, "Sub-Saharan Africa"},
		{"country with a profile", d.Countries[0].Profile, true},
		{"country without one", d.Countries[1].Profile, false},
		{"region", d.Regions[0].Name, "Eastern Africa"},
		{"indicator", d.Indicators[0].StaleAfter, 8},
		{"source", d.Sources[0].Tier, 1},
		{"observation's indicator", d.Observations[0].Indicator, "nsp"},
		{"observation's locator", d.Observations[0].Locator, "p. 1, table"},
		{"total", d.Totals[0].Countries, 93},
		{"aggregate", d.Aggregates[0].Value, "5.6"},
		{"threshold", d.Thresholds[0].Period, 2025},
		{"exception", d.Exceptions[0].Subject, "KEN/2024"},
		{"left out", d.LeftOut[0].Reason, "Not national."},
		{"correction", d.Corrections[0].Noticed, dataset.Anonymous},
		{"area", d.Areas[0].Drawn, "joined"},
		{"areas of the boundaries", d.AreaCodes, []string{"KEN", "XXA"}},
		{"edition", d.Edition.Year(), 2026},
		{"the year of the next", d.Edition.Next(), 2027},
		{"core of fewer than five indicators", len(d.Core()), 1},
		{"origin of one file", d.Origins[0].Files["world-50m.json"], dataset.Checksum{SHA256: "aa", Bytes: 2}},
		{"origin of several", d.Origins[1].Files["en.json"], dataset.Checksum{SHA256: "bb", Bytes: 3}},
		{"raw", string(d.Raw["data/regions.csv"]), files["data/regions.csv"]},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s: %s", c.what, diff)
		}
	}
}

func TestRecordsKnowTheirPlace(t *testing.T) {
	o := load("", "").Observations[0]
	for _, c := range []struct{ what, got, want string }{
		{"cell", o.At("source").String(), "data/observations/nsp.csv:2:17"},
		{"cell after quotes", o.At("confidence").String(), "data/observations/nsp.csv:2:40"},
		{"column that is not there", o.At("nothing").String(), "data/observations/nsp.csv:2:1"},
		{"key without empty ends", o.Key(), "KEN/2024/hri-2024//p. 1, table/yes"},
		{"file", o.File(), "data/observations/nsp.csv"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	d := load("", "")
	for _, c := range []struct{ iso3, lang, want string }{
		{"KEN", "en", "Kenya"}, {"KEN", "ar", "كينيا"}, {"KEN", "fr", "Le Kenya"}, {"UMI", "en", "UMI"}, {"ZZZ", "en", "ZZZ"},
	} {
		if got := d.Name(c.iso3, c.lang); got != c.want {
			t.Errorf("%s in %s: got %q, want %q", c.iso3, c.lang, got, c.want)
		}
	}
}

func TestFaultsNameTheirPlaceAndKeepTheRest(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"missing CSV", "data/regions.csv", "-", "data/regions.csv:1:1 file-missing no such file"},
		{"no observations", "data/observations/nsp.csv", "-", "data/observations/:1:1 file-missing no CSV file"},
		{"missing card", "data/names/ORIGIN.toml", "-", "data/names/ORIGIN.toml:1:1 file-missing no such file"},
		{"broken CSV", "data/regions.csv", "id,order,gshr_name\na,1,\"A\n", "data/regions.csv:2:5 csv-syntax a quotation mark that is never closed"},
		{"broken edition", "data/edition.toml", "number = \n", "data/edition.toml:1:10 toml-syntax unexpected character U+000A at start of value"},
		{"broken names", "data/names/fr.json", "{", "data/names/fr.json:1:1 json-syntax unexpected end of JSON input"},
		{"names of another language", "data/names/fr.json", files["data/names/es.json"], `data/names/fr.json:1:1 json-syntax no names for language "fr"`},
		{"broken boundaries", "data/boundaries/world-50m.json", `{"objects":`, "data/boundaries/world-50m.json:1:1 json-syntax the file ends too early"},
		{"boundaries without objects", "data/boundaries/world-50m.json", `{"arcs":[]}`, `data/boundaries/world-50m.json:1:1 json-syntax no "objects"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := load(c.file, c.text)
			var got []string
			for _, f := range d.Faults {
				got = append(got, fmt.Sprintf("%s %s %s", f.Pos, f.Rule, f.Found))
			}
			if diff := cmp.Diff([]string{c.want}, got); diff != "" {
				t.Error(diff)
			}
			if len(d.Countries) != 2 || len(d.Sources) != 1 {
				t.Error("a fault in one file lost the others")
			}
		})
	}
}

func TestOneWrongFieldKeepsTheOthersOfTheEdition(t *testing.T) {
	d := load("data/edition.toml", "number = 2026.1\ndate = \"2026-11-22\"\n")
	if d.Edition.Number != "" || d.Edition.Year() != 2026 || len(d.Faults) > 0 {
		t.Errorf("got %+v and faults %v; want the date without the number", d.Edition, d.Faults)
	}
}

func TestOfTwoRecordsWithOneKeyTheFirstCounts(t *testing.T) {
	d := load("data/regions.csv", "id,order,gshr_name\neast,1,First\neast,2,Second\n")
	if r, ok := d.Region("east"); !ok || r.Name != "First" {
		t.Errorf("got %q, %v", r.Name, ok)
	}
}

func TestEveryFileOfTheDesignHasADescription(t *testing.T) {
	for name := range files {
		if _, ok := dataset.FileFor(name); ok != (name[len(name)-4:] == ".csv") {
			t.Errorf("%s: described %v", name, ok)
		}
	}
	for _, f := range dataset.Files {
		for _, key := range f.Key {
			if _, ok := f.Column(key); !ok {
				t.Errorf("%s: key column %q is not described", f.Path, key)
			}
		}
	}
}

// FuzzLoad holds that no bytes in any file make reading panic.
func FuzzLoad(f *testing.F) {
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		f.Add(name, []byte(files[name]))
	}
	f.Add("data/edition.toml", []byte("[a]\nb = [1, \"x\"]\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if _, known := files[name]; !known {
			name = names[len(data)%len(names)]
		}
		d := load(name, string(data))
		for _, o := range d.Observations {
			if p := o.At("value"); p.Line < 1 || p.Col < 1 {
				t.Fatalf("a cell at %v", p)
			}
			o.Key()
		}
		for _, table := range d.Tables {
			if _, err := dataset.Canonical(table); err != nil && len(err.Error()) == 0 {
				t.Fatal("an error without words")
			}
		}
	})
}
