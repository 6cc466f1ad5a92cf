package rule

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// tiny is a small data set that keeps every rule; each test breaks one thing in it.
var tiny = map[string]string{
	"data/countries.csv": "iso3,iso2,m49,region,m49_region,m49_subregion,point,profile,status_note\n" +
		"AUS,AU,036,oceania,Oceania,Australia and New Zealand,,yes,\n" +
		"BRA,BR,076,latin-america-and-the-caribbean,Americas,Latin America and the Caribbean,,yes,\n" +
		"CAN,CA,124,north-america,Americas,Northern America,,yes,\n" +
		"EGY,EG,818,middle-east-and-north-africa,Africa,Northern Africa,,yes,\n" +
		"GIB,GI,292,western-europe,Europe,Southern Europe,-5.35 36.14,yes,\n" +
		"KEN,KE,404,eastern-and-southern-africa,Africa,Sub-Saharan Africa,,yes,\n" +
		"NGA,NG,566,western-and-central-africa,Africa,Sub-Saharan Africa,,yes,\n" +
		"POL,PL,616,eurasia,Europe,Eastern Europe,,yes,\n" +
		"THA,TH,764,asia,Asia,South-eastern Asia,,yes,\n" +
		"UMI,UM,581,,Oceania,Micronesia,,no,no-permanent-inhabitants\n",
	"data/regions.csv": "id,order,gshr_name\n" +
		"asia,1,Asia\neurasia,2,Eurasia\nwestern-europe,3,Western Europe\nnorth-america,4,North America\n" +
		"latin-america-and-the-caribbean,5,Latin America and the Caribbean\noceania,6,Oceania\n" +
		"middle-east-and-north-africa,7,Middle East and North Africa\n" +
		"eastern-and-southern-africa,8,Eastern and Southern Africa\nwestern-and-central-africa,9,Western and Central Africa\n",
	"data/indicators.csv": "id,kind,unit,group,order,palette,stale_after_years\n" +
		"nsp,availability,,services,1,yes-no,8\nwomen-in-treatment,percentage,percent,women,2,sequential,8\n" +
		"nsp-sites,count,sites,services,3,sequential,8\npeople-who-inject,count,people,epidemiology,4,sequential,8\n",
	"data/sources.csv": "id,tier,title,publisher,year,url,language,licence,accessed,note\n" +
		"hri-2024,1,The Report,HRI,2024,https://example.org/,en,,2026-11,\n" +
		"who-2020,2,The Survey,WHO,2020,https://example.int/survey,en,,2026-11,\n",
	"data/totals.csv":           "indicator,period,scope,countries,source,note\nnsp,2024,world,1,hri-2024,\n",
	"data/aggregates.csv":       "id,scope,measure,value,low,high,period,source,locator\nwomen-treated,world,Women in treatment,5.6,4.1,7,2020,who-2020,p. 9\n",
	"data/thresholds.csv":       "indicator,limit,value,period,source,locator,note\nwomen-in-treatment,high,40,,who-2020,p. 9,\nwomen-in-treatment,low,20,,who-2020,p. 9,\n",
	"data/wording.csv":          "lang,avoid,instead,why\nar,*مدمن*,الأشخاص الذين يستخدمون المخدرات,وصمة.\nen,drug abuse*,people who use drugs,A label.\nes,drogadict*,personas que usan drogas,Una etiqueta.\nfr,toxicomane*,personnes qui consomment des drogues,Une étiquette.\nru,наркоман*,\"люди, употребляющие наркотики\",Ярлык.\n",
	"data/i18n/terms.csv":       "term,lang,name,short,definition,usage\nnsp,en,needle and syringe programme,NSP,Sterile needles and syringes for whoever needs them.,UN\n",
	"data/exceptions.csv":       "rule,file,key,reason\n",
	"data/corrections.csv":      "corrected,country,indicator,period,basis,said,says,since,source,locator,noticed,note\n2026-11-20,KEN,nsp,2024,,no,yes,2026.1,hri-2024,p. 1,anonymous,A row of the table was misread.\n",
	"data/headings.csv":         "format,heading,item,indicator,cell,basis,confidence,locator\nsheet,NSP,,nsp,value,,stated,\n",
	"data/left-out.csv":         "indicator,country,period,value,low,high,basis,source,locator,confidence,reason\nnsp,BRA,2024,yes,,,,hri-2024,p. 3,stated,About one city only.\n",
	"data/names/names.csv":      "iso3,lang,kind,text\nGIB,en,alias,The Rock of Gibraltar\n",
	"data/boundaries/lines.csv": "area,neighbour,within,reason\nEGY,KEN,,The line is an armistice.\n",
	"data/boundaries/areas.csv": "area,country,drawn,reason\nGIB,,mark,Too small for these boundaries.\nIOA,AUS,joined,Islands that belong to Australia.\n",
	"data/observations/nsp.csv": "country,period,value,low,high,basis,source,locator,confidence,note\nKEN,2024,yes,,,,hri-2024,p. 1,stated,\n" +
		"THA,2020,no,,,,hri-2024,p. 2,derived,Not on the list of countries with a programme.\n",
	"data/observations/nsp-sites.csv":          "country,period,value,low,high,basis,source,locator,confidence,note\nKEN,2024,31,,,,hri-2024,p. 1,stated,\n",
	"data/observations/people-who-inject.csv":  "country,period,value,low,high,basis,source,locator,confidence,note\nKEN,2020,16000,12000,20000,,who-2020,p. 4,stated,\n",
	"data/observations/women-in-treatment.csv": "country,period,value,low,high,basis,source,locator,confidence,note\nKEN,2020,12.5,,,entrants,who-2020,p. 5,stated,\n",
	"data/edition.toml":                        "number = \"2026.1\"\ndate = \"2026-11-22\"\ntitle = \"Atlas\"\npublisher = \"P\"\nurl = \"https://a.example/\"\nrepository = \"https://r.example/\"\ncontact = \"a@b.example\"\n",
	"data/boundaries/world-50m.json":           `{"type":"Topology","objects":{"countries":{"type":"GeometryCollection","geometries":[` + areas("AUS", "BRA", "CAN", "EGY", "KEN", "NGA", "POL", "THA", "IOA") + `]}},"arcs":[]}`,
	"data/names/en.json":                       territories("en", "Australia", "Brazil", "Canada", "Egypt", "Gibraltar", "Kenya", "Nigeria", "Poland", "Thailand", "U.S. Outlying Islands"),
	"data/names/es.json":                       territories("es", "Australia", "Brasil", "Canadá", "Egipto", "Gibraltar", "Kenia", "Nigeria", "Polonia", "Tailandia", "Islas menores"),
	"data/names/fr.json":                       territories("fr", "Australie", "Brésil", "Canada", "Égypte", "Gibraltar", "Kenya", "Nigeria", "Pologne", "Thaïlande", "Îles mineures"),
	"data/names/ru.json":                       territories("ru", "Австралия", "Бразилия", "Канада", "Египет", "Гибралтар", "Кения", "Нигерия", "Польша", "Таиланд", "Внешние малые о-ва"),
	"data/names/ar.json":                       territories("ar", "أستراليا", "البرازيل", "كندا", "مصر", "جبل طارق", "كينيا", "نيجيريا", "بولندا", "تايلاند", "جزر نائية"),
}

// missing, as the new text, takes the whole file away.
const missing = "\x00missing"

func areas(codes ...string) string {
	var all []string
	for _, code := range codes {
		all = append(all, `{"type":"Polygon","arcs":[],"properties":{"a3":"`+code+`"}}`)
	}
	return strings.Join(all, ",")
}

// territories writes the names of tiny's countries as CLDR does.
func territories(lang string, names ...string) string {
	var all []string
	for i, iso2 := range []string{"AU", "BR", "CA", "EG", "GI", "KE", "NG", "PL", "TH", "UM"} {
		all = append(all, fmt.Sprintf("%q:%q", iso2, names[i]))
	}
	return `{"main":{"` + lang + `":{"localeDisplayNames":{"territories":{` + strings.Join(all, ",") + `}}}}}`
}

// card writes the origin card of some of tiny's files.
func card(folder string, names ...string) string {
	text := "package = \"p\"\nversion = \"1.0.0\"\ntitle = \"T\"\npublisher = \"P\"\nlicence = \"BSD-3-Clause\"\naddress = \"https://example.org/p\"\naccessed = \"2026-11\"\n\n[files]\n"
	for _, name := range names {
		data := tiny[folder+name]
		text += fmt.Sprintf("%q = { sha256 = \"%x\", bytes = %d }\n", name, sha256.Sum256([]byte(data)), len(data))
	}
	return text
}

// tinyFS is tiny, with its origin cards, as a file system.
func tinyFS() fstest.MapFS {
	fsys := fstest.MapFS{
		"data/boundaries/ORIGIN.toml": {Data: []byte(card("data/boundaries/", "world-50m.json"))},
		"data/names/ORIGIN.toml":      {Data: []byte(card("data/names/", "en.json", "es.json", "fr.json", "ru.json", "ar.json"))},
	}
	for name, text := range tiny {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// broken is a copy of tiny in which, in the named file, old is replaced by new once. A file
// that is not there is made.
func broken(t *testing.T, file, old, new string) *dataset.Dataset {
	t.Helper()
	return dataset.Load(brokenFS(t, file, old, new))
}

func brokenFS(t *testing.T, file, old, new string) fstest.MapFS {
	t.Helper()
	fsys := tinyFS()
	if fsys[file] == nil {
		fsys[file] = &fstest.MapFile{}
	}
	text := string(fsys[file].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s does not hold %q", file, old)
	}
	fsys[file] = &fstest.MapFile{Data: []byte(strings.Replace(text, old, new, 1))}
	if new == missing {
		delete(fsys, file)
	}
	return fsys
}

// wantFinding holds that on the broken copy the rule reports exactly these lines, in the
// form that people read; none means that it is fine.
func wantFinding(t *testing.T, r Rule, file, old, new string, want ...string) {
	t.Helper()
	fsys := brokenFS(t, file, old, new)
	wantOnly(t, checked(dataset.Load(fsys), []Rule{r}), want...)
	fmtKeepsItsWord(t, fsys, r)
}

func wantOnly(t *testing.T, findings []Finding, want ...string) {
	t.Helper()
	var got []string
	for _, f := range findings {
		got = append(got, f.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

func TestTinyKeepsEveryRule(t *testing.T) {
	wantOnly(t, checked(dataset.Load(tinyFS()), All()))
}
