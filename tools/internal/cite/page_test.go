package cite_test

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/cite"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// tiny is a data set of one country, one indicator of a given id and one region.
func tiny(indicator string) fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"data/edition.toml":                          "number = \"2026.1\"\ndate = \"2026-11-22\"\ntitle = \"Tiny & Co\"\npublisher = \"The {Tiny}\"\n",
		"data/countries.csv":                         "iso3,iso2,m49,region,m49_region,m49_subregion,point,profile,status_note\nKEN,KE,404,asia,Africa,,,yes,\nATA,AQ,010,asia,,,,no,\n",
		"data/regions.csv":                           "id,order,gshr_name\nasia,1,Asia\n",
		"data/indicators.csv":                        "id,kind,unit,group,order,palette,stale_after_years\n" + indicator + ",availability,,services,1,yes-no,8\n",
		"data/names/en.json":                         `{"main":{"en":{"localeDisplayNames":{"territories":{"KE":"Kenya"}}}}}`,
		"data/i18n/en.toml":                          "region_asia = \"Asia\"\nedition_title = \"Edition {{ .Number }}\"\ncite_data_note = \"Data set, edition {{ .Number }}\"\n",
		"content/indicators/" + indicator + ".md":    "+++\ntitle = \"Needles\"\n+++\n",
		"data/names/ar.json":                         `{"main":{"ar":{"localeDisplayNames":{"territories":{"KE":"كينيا"}}}}}`,
		"data/i18n/ar.toml":                          "region_asia = \"آسيا\"\nedition_title = \"الإصدار {{ .Number }}\"\ncite_data_note = \"مجموعة بيانات، الإصدار {{ .Number }}\"\n",
		"content/indicators/" + indicator + ".ar.md": "+++\ntitle = \"الإبر\"\n+++\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

func pages(t *testing.T, files fstest.MapFS, indicator, base string) ([]cite.Page, error) {
	t.Helper()
	return pagesIn(t, "en", files, indicator, base)
}

func pagesIn(t *testing.T, lang string, files fstest.MapFS, indicator, base string) ([]cite.Page, error) {
	t.Helper()
	w, err := words.Read(files, lang, []string{indicator})
	if err != nil {
		t.Fatal(err)
	}
	return cite.Pages(dataset.Load(files), w, base)
}

// realPages are those of the atlas in a language.
func realPages(t *testing.T, lang string) []cite.Page {
	t.Helper()
	root := os.DirFS("../../..")
	d := dataset.Load(root)
	var ids []string
	for _, i := range d.Indicators {
		ids = append(ids, i.ID)
	}
	w, err := words.Read(root, lang, ids)
	if err != nil {
		t.Fatal(err)
	}
	list, err := cite.Pages(d, w, "https://example.org/atlas")
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Whatever has a page of its own can be cited, and nothing else; a base with and without its
// last slash gives the same addresses.
func TestPagesNameWhatTheyAre(t *testing.T) {
	for _, base := range []string{"https://example.org/atlas/", "https://example.org/atlas"} {
		list, err := pages(t, tiny("nsp"), "nsp", base)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range list {
			got = append(got, fmt.Sprintf("%s | %s | %s | %s | %s", p.Name, p.Key, p.Title, p.Work, p.URL))
		}
		want := []string{
			"atlas | atlas-2026.1 | Tiny & Co |  | https://example.org/atlas/data/",
			"ken | atlas-ken-2026.1 | Kenya | Tiny & Co | https://example.org/atlas/country/ken/",
			"nsp | atlas-nsp-2026.1 | Needles | Tiny & Co | https://example.org/atlas/indicator/nsp/",
			"asia | atlas-asia-2026.1 | Asia | Tiny & Co | https://example.org/atlas/region/asia/",
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", base, diff)
		}
	}
}

func TestFilesOfAPage(t *testing.T) {
	list, err := pages(t, tiny("nsp"), "nsp", "https://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	files, err := cite.Files(list[:2])
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"cite/ken.bib": `@incollection{atlas-ken-2026.1,
  author = {{The \textbraceleft{}Tiny\textbraceright{}}},
  title = {{Kenya}},
  booktitle = {{Tiny \& Co}},
  edition = {2026.1},
  publisher = {{The \textbraceleft{}Tiny\textbraceright{}}},
  year = {2026},
  url = {https://example.org/country/ken/},
  language = {en},
}

`,
		"cite/atlas.bib": `@misc{atlas-2026.1,
  author = {{The \textbraceleft{}Tiny\textbraceright{}}},
  title = {{Tiny \& Co}},
  howpublished = {The \textbraceleft{}Tiny\textbraceright{}},
  year = {2026},
  url = {https://example.org/data/},
  language = {en},
  note = {Data set, edition 2026.1},
}

`,
		"cite/ken.ris": strings.ReplaceAll(`TY  - ENCYC
ID  - atlas-ken-2026.1
AU  - The {Tiny}
TI  - Kenya
T2  - Tiny & Co
ET  - Edition 2026.1
PB  - The {Tiny}
PY  - 2026
DA  - 2026/11/22/
UR  - https://example.org/country/ken/
LA  - en
ER  - 

`, "\n", "\r\n"),
		"cite/ken.json": `[{"type":"entry-encyclopedia","id":"atlas-ken-2026.1","language":"en","author":[{"literal":"The {Tiny}"}],` +
			`"issued":{"date-parts":[[2026,11,22]]},"container-title":"Tiny & Co","edition":"Edition 2026.1","publisher":"The {Tiny}",` +
			`"title":"Kenya","URL":"https://example.org/country/ken/"}]`,
		"cite/atlas.json": `[{"type":"dataset","id":"atlas-2026.1","language":"en","author":[{"literal":"The {Tiny}"}],` +
			`"issued":{"date-parts":[[2026,11,22]]},"publisher":"The {Tiny}","title":"Tiny & Co","URL":"https://example.org/data/","version":"2026.1"}]`,
	} {
		got := string(files[name])
		if strings.HasSuffix(name, ".json") {
			got = regexp.MustCompile(`\n *`).ReplaceAllString(strings.ReplaceAll(got, `": `, `":`), "")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", name, diff)
		}
	}
	if names := slices.Collect(maps.Keys(files)); len(names) != 6 {
		t.Errorf("files %v", names)
	}
}

// A page in another language has files of its own, with its title, its address, its language and
// its word for the edition; the title of the work is the same everywhere.
func TestFilesOfAPageInAnotherLanguage(t *testing.T) {
	list, err := pagesIn(t, "ar", tiny("nsp"), "nsp", "https://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	files, err := cite.Files(list[:3])
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]string{
		"ar/cite/ken.bib":    {"@incollection{atlas-ar-ken-2026.1,", "title = {{كينيا}},", "booktitle = {{Tiny \\& Co}},", "url = {https://example.org/ar/country/ken/},", "language = {ar},"},
		"ar/cite/ken.ris":    {"TI  - كينيا\r\n", "T2  - Tiny & Co\r\n", "ET  - الإصدار 2026.1\r\n", "LA  - ar\r\n"},
		"ar/cite/nsp.json":   {`"title": "الإبر"`, `"edition": "الإصدار 2026.1"`, `"language": "ar"`, `"URL": "https://example.org/ar/indicator/nsp/"`},
		"ar/cite/atlas.bib":  {"note = {مجموعة بيانات، الإصدار 2026.1},"},
		"ar/cite/atlas.json": {`"id": "atlas-ar-2026.1"`, `"title": "Tiny & Co"`, `"URL": "https://example.org/ar/data/"`},
	} {
		for _, part := range want {
			if !strings.Contains(string(files[name]), part) {
				t.Errorf("%s: no %s in\n%s", name, part, files[name])
			}
		}
	}
}

// Two things of one name would overwrite each other's files.
func TestPagesOfOneNameAreRefused(t *testing.T) {
	for indicator, want := range map[string]string{
		"ken":   "https://example.org/country/ken/ and https://example.org/indicator/ken/ would both be cite/ken.bib",
		"asia":  "https://example.org/indicator/asia/ and https://example.org/region/asia/ would both be cite/asia.bib",
		"atlas": "https://example.org/data/ and https://example.org/indicator/atlas/ would both be cite/atlas.bib",
	} {
		if _, err := pages(t, tiny(indicator), indicator, "https://example.org/"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("indicator %s: got %v, want %q", indicator, err, want)
		}
	}
}

func TestRegionWithoutANameIsNamedAsMissing(t *testing.T) {
	files := tiny("nsp")
	files["data/i18n/en.toml"] = &fstest.MapFile{Data: []byte("edition_title = \"Edition {{ .Number }}\"\ncite_data_note = \"Data set\"\n")}
	if _, err := pages(t, files, "nsp", "https://example.org/"); err == nil || !strings.Contains(err.Error(), `"region_asia"`) {
		t.Errorf("got %v", err)
	}
}

// In the real data no two things share a name or a key, every entry names the edition, and every
// address is whole.
func TestEveryRealPageCanBeCited(t *testing.T) {
	seen := map[string]bool{}
	for _, lang := range dataset.Languages {
		canBeCited(t, realPages(t, lang), seen)
	}
}

func canBeCited(t *testing.T, list []cite.Page, seen map[string]bool) {
	t.Helper()
	key := regexp.MustCompile(`^[a-z0-9.-]+$`)
	for _, p := range list {
		if seen[p.Path] || seen[p.Key] || !key.MatchString(p.Key) {
			t.Errorf("%s: name or key %s taken or malformed", p.Name, p.Key)
		}
		seen[p.Path], seen[p.Key] = true, true
		if p.Title == "" || p.Edition == "" || !strings.HasPrefix(p.URL, "https://example.org/atlas/") || !strings.HasSuffix(p.Key, p.Edition) {
			t.Errorf("%+v", p)
		}
	}
	if len(list) != 1+243+24+9 {
		t.Errorf("%d pages", len(list))
	}
}
