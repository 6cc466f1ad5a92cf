package rule

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// tiny is the smallest data set that keeps every rule; each test breaks one thing in it.
var tiny = map[string]string{
	"data/countries.csv": "iso3,iso2,m49,region,m49_region,m49_subregion,point,profile,status_note\n" +
		"KEN,KE,404,eastern-and-southern-africa,Africa,Sub-Saharan Africa,,yes,\n",
	"data/regions.csv":               "id,order,gshr_name\neastern-and-southern-africa,1,Eastern and Southern Africa\n",
	"data/indicators.csv":            "id,kind,unit,group,order,palette,stale_after_years\nnsp,availability,,services,1,yes-no,8\n",
	"data/sources.csv":               "id,tier,title,publisher,year,url,language,licence,accessed,note\nhri-2024,1,The Report,HRI,2024,https://example.org/,en,,2026-11,\n",
	"data/totals.csv":                "indicator,period,scope,countries,source,note\n",
	"data/aggregates.csv":            "id,scope,measure,value,low,high,period,source,locator\n",
	"data/exceptions.csv":            "rule,file,key,reason\n",
	"data/left-out.csv":              "indicator,country,period,value,low,high,basis,source,locator,confidence,reason\n",
	"data/names/names.csv":           "iso3,lang,kind,text\n",
	"data/boundaries/areas.csv":      "area,country,drawn,reason\n",
	"data/observations/nsp.csv":      "country,period,value,low,high,basis,source,locator,confidence,note\nKEN,2024,yes,,,,hri-2024,p. 1,stated,\n",
	"data/edition.toml":              "number = \"2026.1\"\ndate = \"2026-11-22\"\ntitle = \"Atlas\"\npublisher = \"P\"\nurl = \"https://a.example/\"\nrepository = \"https://r.example/\"\ncontact = \"a@b.example\"\n",
	"data/boundaries/world-50m.json": `{"type":"Topology","arcs":[],"objects":{"countries":{"type":"GeometryCollection","geometries":[]}}}`,
	"data/names/en.json":             `{"main":{"en":{"localeDisplayNames":{"territories":{"KE":"Kenya"}}}}}`,
	"data/names/es.json":             `{"main":{"es":{"localeDisplayNames":{"territories":{"KE":"Kenia"}}}}}`,
	"data/names/fr.json":             `{"main":{"fr":{"localeDisplayNames":{"territories":{"KE":"Kenya"}}}}}`,
	"data/names/ru.json":             `{"main":{"ru":{"localeDisplayNames":{"territories":{"KE":"Кения"}}}}}`,
	"data/names/ar.json":             `{"main":{"ar":{"localeDisplayNames":{"territories":{"KE":"كينيا"}}}}}`,
}

// broken is a copy of tiny in which, in the named file, old is replaced by new.
func broken(t *testing.T, file, old, new string) *dataset.Dataset {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range tiny {
		if name == file {
			if old != "" && !strings.Contains(text, old) {
				t.Fatalf("%s does not hold %q", file, old)
			}
			text = strings.Replace(text, old, new, 1)
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return dataset.Load(fsys)
}

// wantFinding holds that the rule is silent on tiny and that on the broken copy it reports
// exactly this line (the form that people read).
func wantFinding(t *testing.T, r Rule, file, old, new, want string) {
	t.Helper()
	if silent := Check(broken(t, "", "", ""), []Rule{r}); len(silent) > 0 {
		t.Errorf("on good data: %v", silent)
	}
	got := Check(broken(t, file, old, new), []Rule{r})
	if len(got) != 1 || got[0].String() != want {
		t.Errorf("got  %v\nwant [%s]", got, want)
	}
}
