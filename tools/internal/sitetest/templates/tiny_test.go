package templates_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// tiny gives the files of a site with the real settings, templates, words and texts, and with
// records that package site makes from testdata/tiny.txtar, so that records and templates
// cannot drift apart. It speaks English alone, which is quicker.
func tiny(t *testing.T) map[string]string {
	t.Helper()
	files := tinyInFive(t)
	files["config.toml"] = "disableLanguages = [\"es\", \"fr\", \"ru\", \"ar\"]\n" + files["config.toml"]
	maps.DeleteFunc(files, func(name, _ string) bool { return translated.MatchString(name) })
	return files
}

// translated matches the texts that are not English.
var translated = regexp.MustCompile(`^content/.*\.(es|fr|ru|ar)\.md$`)

// tinyInFive gives the files of the site in all its languages.
func tinyInFive(t *testing.T) map[string]string {
	t.Helper()
	pages := tinyPages(t)
	files := map[string]string{"build/assets/css/palette.css": carto.CSS()}
	for _, folder := range []string{"config.toml", "layouts", "data/i18n", "static", "content/countries/_content.gotmpl",
		"content/regions", "content/compare", "content/changes", "content/editions", "content/embed"} {
		maps.Copy(files, tree(t, folder))
	}
	texts := []string{"_index", "countries/_index", "sources", "indicators/_index", "about/_index", "about/glossary", "about/language"}
	for _, id := range pages.Atlas.Indicators {
		texts = append(texts, "indicators/"+id)
	}
	for _, ending := range []string{".md", ".es.md", ".fr.md", ".ru.md", ".ar.md"} {
		for _, text := range texts {
			maps.Copy(files, tree(t, "content/"+text+ending))
		}
		// The real pages work cases of the real data and describe the published files.
		for _, name := range []string{"method", "data", "topics/_index", "topics/stigma"} {
			files["content/"+name+ending] = "+++\ntitle = \"" + name + "\"\n+++\n"
		}
	}
	records, err := pages.Encode().Files()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range records {
		files["build/data/"+name] = string(data)
	}
	return files
}

func tinyPages(t *testing.T) site.Pages {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/tiny.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	d := dataset.Load(files)
	square := func(id string) site.Shape { return site.Shape{ID: id, D: "M0,0h9v9h-9z"} }
	world := site.Map{Width: 100, Height: 50, Shapes: []site.Shape{square("civ"), square("ken"),
		{ID: "nru", Mark: &site.Mark{X: 90, Y: 9, R: 2}}}}
	drawn := site.Maps{Patterns: site.Patterns{Answers: carto.Defs(carto.Fills())}, World: world, Regions: map[string]site.Map{}}
	for _, r := range d.Regions {
		drawn.Regions[r.ID] = world
	}
	return site.Build(d, status.Of(d), drawn)
}

// built builds the tiny site after a change to its files.
func built(t *testing.T, change func(files map[string]string)) rendered {
	t.Helper()
	files := tiny(t)
	change(files)
	r, err := render(t, files)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// probe renders a partial for each of some records, as hugo.Data.probes, on a page of the tiny site.
func probe(t *testing.T, probes any, layout string) *html.Node {
	t.Helper()
	data, err := json.Marshal(probes)
	if err != nil {
		t.Fatal(err)
	}
	return built(t, func(files map[string]string) {
		files["build/data/probes.json"] = string(data)
		files["content/probe.md"] = "+++\nlayout = \"probe\"\n+++\n"
		files["layouts/probe.html"] = "{{ range hugo.Data.probes }}" + layout + "{{ end }}"
	}).page("probe/index.html")
}

func unchanged(map[string]string) {}

// replace changes a text that must be there.
func replace(t *testing.T, files map[string]string, name, old, new string) {
	t.Helper()
	if !strings.Contains(files[name], old) {
		t.Fatalf("%s does not hold %q", name, old)
	}
	files[name] = strings.ReplaceAll(files[name], old, new)
}
