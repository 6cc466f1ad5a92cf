package cite_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/cite"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// item is what citation-js understands of an entry.
type item struct {
	ID, Author, Title, Work, Publisher, URL string
	Year                                    int
}

func itemOf(e cite.Entry) item {
	return item{e.Key, e.Author, e.Title, e.Work, e.Publisher, e.URL, e.Issued.Year}
}

// understood lets citation-js read files; the answer has a list for each, in their order.
func understood(t *testing.T, names []string, files map[string][]byte) [][]item {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for _, name := range names {
		path := filepath.Join(dir, strings.ReplaceAll(name, "/", "-"))
		if err := os.WriteFile(path, files[name], 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	var all [][]item
	if err := json.Unmarshal([]byte(sitetest.Script(t, "read-citations.mjs", paths...)), &all); err != nil {
		t.Fatal(err)
	}
	for _, list := range all {
		for i := range list {
			// Of a BibTeX address it takes an encoded slash for a bare percent sign.
			list[i].URL = strings.ReplaceAll(list[i].URL, "%252F", "%2F")
		}
	}
	return all
}

// awkward are entries with what formats give a meaning to: markup, separators, quotes, scripts.
var awkward = []cite.Entry{
	{Key: "awkward-1", Title: `"Quoted" & 50 % of #1_x, $5 ~ ^ {braces}`, Publisher: "Ministère de la Santé", Issued: cite.Date{Year: 1999}},
	{Key: "awkward-2", Title: "中文, русский, العربية", URL: "https://example.org/?a=%20&b=c#d_e"},
	{Key: "awkward-3", Kind: cite.Part, Author: "Bread and Roses, Inc.", Title: "Côte d’Ivoire", Work: "Facts & {figures}", Edition: "2026.1", Publisher: "Bread and Roses, Inc."},
	{Key: "awkward-4", Kind: cite.Part, Author: "أطلس الحد من الضرر", Title: "Türkiye: “yes” \\ ‘no’", Work: "<i>Atlas</i>", Edition: "1", Issued: cite.Date{Year: 2026, Month: 2, Day: 3}},
	{Key: "awkward-5", Kind: cite.DataSet, Author: "O'Brien & sons", Title: "São Tomé and Príncipe; Åland Islands – 100 %", Edition: "2026.1", EditionNote: "Data set, edition 2026.1"},
}

// An independent reader finds in each of the three formats what was written to it: for awkward
// entries and for every source of the atlas.
func TestIndependentReaderUnderstandsEverySource(t *testing.T) {
	entries := append(cite.OfSources(dataset.Load(os.DirFS("../../..")).Sources), awkward...)
	csl, err := cite.CSL(entries)
	if err != nil {
		t.Fatal(err)
	}
	var want []item
	for _, e := range entries {
		want = append(want, itemOf(e))
	}
	files := map[string][]byte{"x.bib": cite.BibTeX(entries), "x.ris": cite.RIS(entries), "x.json": csl}
	names := slices.Sorted(maps.Keys(files))
	for i, got := range understood(t, names, files) {
		for n := range got { // RIS has no way to write a comma in the name of an organisation
			if names[i] == "x.ris" && strings.ReplaceAll(want[n].Author, ",", "") == got[n].Author {
				got[n].Author = want[n].Author
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", names[i], diff)
		}
	}
}

// The same for the three files of every country, indicator and region and of the data set, in every
// language.
func TestIndependentReaderUnderstandsEveryPage(t *testing.T) {
	var list []cite.Page
	for _, lang := range dataset.Languages {
		list = append(list, realPages(t, lang)...)
	}
	files, err := cite.Files(list)
	if err != nil {
		t.Fatal(err)
	}
	names := slices.Sorted(maps.Keys(files))
	want := map[string]item{}
	for _, page := range list {
		want[page.Path] = itemOf(page.Entry)
	}
	for i, got := range understood(t, names, files) {
		name := strings.TrimSuffix(names[i], filepath.Ext(names[i]))
		for n := range got { // it takes a space that does not break for any space
			if strings.ReplaceAll(want[name].Title, "\u00a0", " ") == got[n].Title {
				got[n].Title = want[name].Title
			}
		}
		if diff := cmp.Diff([]item{want[name]}, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", names[i], diff)
		}
	}
	if len(names) != 3*len(list) {
		t.Errorf("%d files for %d pages", len(names), len(list))
	}
}
