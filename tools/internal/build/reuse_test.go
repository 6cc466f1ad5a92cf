package build_test

import (
	"context"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

var everyChange = flag.Bool("every-change", false, "try every change on the page cache, also those that are like another or leave nothing in it")

// Whatever changes, a build that may take pages from earlier ones makes the same bytes as one that
// may not. The changes are made one after the other, so that each finds what the last one left. Where
// every page is made anew there is hardly anything to compare, so most such changes are left to -every-change.
func TestPagesThatAreTakenFromTheCacheAreThoseThatWouldBeMade(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: builds a small site many times")
	}
	warm, cold := small(t, "warm"), small(t, "cold")
	var base string
	for _, c := range []struct {
		name   string
		change func(root string) error
		reuses string // a page that is not made again; empty if none need be
	}{
		{"the first build", nothing, ""},
		{"nothing", nothing, "index.html"},
		{"a value", replace("data/observations/nsp.csv", "KEN,2020,yes", "KEN,2020,no"), "fr/country/tha/index.html"},
		{"a value of another country of the region", replace("data/observations/nsp.csv", "CIV,2022,yes", "CIV,2022,no"), "country/tha/index.html"},
		{"the same back", replace("data/observations/nsp.csv", "CIV,2022,no", "CIV,2022,yes"), "embed/nsp-sites/index.html"},
		{"a new row", replace("data/observations/nsp.csv", "EGY,", "CAN,2024,no,,,,hri-gshr-2024,p. 9,stated,\nEGY,"), "country/ken/index.html"},
		{"a new number", replace("data/observations/nsp-sites.csv", "KEN,2024,31", "EGY,2024,7,,,,hri-gshr-2024,p. 5,stated,\nKEN,2024,31"), "indicator/nsp/index.html"},
		{"the title of a source", replace("data/sources.csv", "A newspaper on", "The newspaper on"), "country/ken/index.html"},
		{"the title of a source that a note rests on", replace("data/sources.csv", "Survey of services 2020", "Review of services 2020"), "country/gib/index.html"},
		{"a country's name in one language", replace("data/names/names.csv", "GIB,en,alias", "KEN,fr,name,Le Kénya\nGIB,en,alias"), ""},
		{"another name to find a country by", replace("data/names/names.csv", "The Rock of Gibraltar", "The Rock"), ""},
		{"a threshold", appendTo("data/thresholds.csv", "nsp-sites,low,20,2020,who-survey-2020,p. 3,\nnsp-sites,high,40,2020,who-survey-2020,p. 3,\n"), ""},
		{"a figure for the world", appendTo("data/aggregates.csv", "nsp-sites-2020-world,world,Sites,90,,,2020,who-survey-2020,p. 9\n"), ""},
		{"a printed total", replace("data/totals.csv", "nsp,2024,world,4", "nsp,2024,world,5"), "country/ken/index.html"},
		{"a string in one language", replace("data/i18n/fr.toml", "skip_to_content = \"", "skip_to_content = \"! "), "country/ken/index.html"},
		{"a string that few pages show", replace("data/i18n/fr.toml", "not_found_help = \"", "not_found_help = \"! "), "fr/country/ken/index.html"},
		{"a string that comes to pages through partials", replace("data/i18n/fr.toml", "phrase_stated = \"", "phrase_stated = \"! "), "fr/sources/index.html"},
		{"a string in the main language", replace("data/i18n/en.toml", "skip_to_content = \"", "skip_to_content = \"Hey: "), "fr/country/ken/index.html"},
		{"a page of content", appendTo("content/about/_index.fr.md", "\nEncore.\n"), "fr/country/ken/index.html"},
		{"the title of an indicator in one language", replace("content/indicators/nsp.fr.md", "title = \"", "title = \"Oh: "), ""},
		{"a topic that is not translated any more", remove("content/topics/second.fr.md"), ""},
		{"a value beside a note", replace("data/observations/nsp-sites.csv", "AUS,2020,4218", "AUS,2020,4219"), "country/ken/index.html"},
		{"a note that asks for a count", appendTo("content/countries/ken.md", "\n{{< count nsp-sites value >}}\n"), "fr/country/ken/index.html"},
		{"what it counts", replace("data/observations/nsp-sites.csv", "AUS,2020,4219,", "CAN,2020,4,,,,hri-gshr-2020,p. 8,stated,\nAUS,2020,4219,"), "country/gib/index.html"},
		{"a note", appendTo("content/countries/ken.md", "\nAnd more.\n"), "indicator/nsp/index.html"},
		{"the text of an indicator", appendTo("content/indicators/nsp.md", "\nAnd more.\n"), "country/ken/index.html"},
		{"no note", remove("content/countries/ken.fr.md"), ""},
		{"a layout", replace("layouts/_partials/profile/core.html", "<tbody>", "<tbody class=\"new\">"), ""},
		{"a style sheet", appendTo("static/css/print.css", "\nhtml { color: red }\n"), ""},
		{"a script", appendTo("static/js/atlas.js", "\ndocument.title = document.title;\n"), ""},
		{"the date of the edition", replace("data/edition.toml", "2026-11-22", "2026-11-23"), ""},
		{"a setting", replace("config.toml", "keepQuotes = true", "keepQuotes = false"), ""},
		{"the address", func(string) error { base = "https://elsewhere.example/atlas/"; return nil }, ""},
		{"nothing again", nothing, "country/ken/index.html"},
		{"a page of the cache", damage, "country/ken/index.html"},
		{"a list that is cut short", func(root string) error {
			return truncate(filepath.Join(root, "build", "cache", "pages", "groups"))
		}, ""},
	} {
		if !*everyChange && leftOut(c.name, c.reuses != "") {
			continue
		}
		var sites []map[string]string
		reused := 0
		for _, root := range []string{warm, cold} {
			if err := c.change(root); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			if root == cold && reused == 0 {
				continue // the other one was made anew too
			}
			o := quick(root)
			o.BaseURL = base
			if root == cold {
				if err := os.RemoveAll(filepath.Join(root, "build", "cache", "pages")); err != nil {
					t.Fatal(err)
				}
			}
			result, err := build.Run(context.Background(), o)
			if err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			if root == cold && result.Reused > 0 {
				t.Errorf("%s: a build without a cache took %d pages from it", c.name, result.Reused)
			}
			if root == warm && c.reuses != "" && result.Reused == 0 {
				t.Errorf("%s: every page was made again, %s too", c.name, c.reuses)
			}
			reused = result.Reused
			t.Logf("%s: %s: %d of %d pages reused", c.name, filepath.Base(root), result.Reused, result.Pages)
			sites = append(sites, site(t, o.Out))
		}
		if len(sites) < 2 {
			continue
		}
		if diff := gocmp.Diff(sites[1], sites[0]); diff != "" {
			t.Errorf("%s: made anew (-) and with the cache (+) differ:\n%s", c.name, diff)
		}
	}
}

// leftOut tells which changes are for -every-change only: those that are much like another one, and most
// of those after which nothing is reused.
func leftOut(change string, reuses bool) bool {
	if reuses {
		return slices.Contains([]string{"the same back", "a new number", "the title of a source", "the title of an indicator in one language", "nothing again"}, change)
	}
	return !slices.Contains([]string{"the first build", "a string in the main language", "a layout", "the address"}, change)
}

// What a build that fails has made is not kept: nobody knows whether it was right.
func TestABuildThatFailsLeavesNoPages(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: builds a small site several times")
	}
	warm, cold := small(t, "warm"), small(t, "cold")
	made := func(root string, changes ...func(string) error) (map[string]string, error) {
		for _, change := range changes {
			if err := change(root); err != nil {
				t.Fatal(err)
			}
		}
		o := quick(root)
		if _, err := build.Run(context.Background(), o); err != nil {
			return nil, err
		}
		return site(t, o.Out), nil
	}
	const layout, right, wrong = "layouts/_partials/profile/cite.html", "<section", "{{ warnf \"no\" }}<section"
	value := replace("data/observations/nsp.csv", "KEN,2020,yes", "KEN,2020,no")
	if _, err := made(warm); err != nil {
		t.Fatal(err)
	}
	if _, err := made(warm, value, replace(layout, right, wrong)); err == nil {
		t.Fatal("a build with warnings says that it succeeded")
	}
	got, err := made(warm, replace(layout, wrong, right))
	want, errWant := made(cold, value)
	if err != nil || errWant != nil {
		t.Fatal(err, errWant)
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("made anew (-) and after a failure (+) differ:\n%s", diff)
	}
}

var real = flag.Bool("real", false, "compare builds of the real data with and without what earlier ones left, too")

// The same with the real data, for the changes that are made most.
func TestRealPagesThatAreTakenFromTheCache(t *testing.T) {
	if !*real {
		t.Skip("skipped without -real: builds the whole site five times; the small site above is compared always")
	}
	root := checkout(t, "atlas")
	for _, c := range []struct {
		name   string
		change func(root string) error
	}{
		{"the first build", nothing},
		{"a value", replace("data/observations/nsp.csv", "KEN,2023,yes", "KEN,2023,no")},
		{"a string in one language", replace("data/i18n/ar.toml", "skip_to_content = \"", "skip_to_content = \"! ")},
	} {
		if err := c.change(root); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		o := options(root, filepath.Join(root, "public"))
		o.Rules = nil
		warm, err := build.Run(context.Background(), o)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		t.Logf("%s: %d of %d pages reused; %v", c.name, warm.Reused, warm.Pages, warm.Stages)
		if c.name == "the first build" {
			continue
		}
		if warm.Reused < warm.Pages/2 {
			t.Errorf("%s: only %d of %d pages are taken from the cache", c.name, warm.Reused, warm.Pages)
		}
		kept := site(t, o.Out)
		o.Fresh = true
		if _, err := build.Run(context.Background(), o); err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if diff := gocmp.Diff(site(t, o.Out), kept); diff != "" {
			t.Errorf("%s: made anew (-) and with the cache (+) differ:\n%s", c.name, diff)
		}
	}
}

func nothing(string) error { return nil }

// damage changes a byte of the largest page in the cache, as a tool would that works on the site in
// place: both are the same file.
func damage(root string) error {
	files, err := filepath.Glob(filepath.Join(root, "build", "cache", "pages", "*"))
	if err != nil || len(files) == 0 {
		return err // the cold one has none
	}
	largest := slices.MaxFunc(files, func(a, b string) int { return int(size(a) - size(b)) })
	data, err := os.ReadFile(largest)
	if err != nil {
		return err
	}
	data[len(data)/2] ^= 1
	return os.WriteFile(largest, data, 0o644)
}

func size(file string) int64 {
	info, err := os.Stat(file)
	if err != nil {
		return 0
	}
	return info.Size()
}

func truncate(file string) error {
	if _, err := os.Stat(file); err != nil {
		return nil
	}
	return os.Truncate(file, 100)
}

func appendTo(name, text string) func(string) error {
	return func(root string) error {
		path := filepath.Join(root, name)
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, append(data, text...), 0o644)
	}
}

// small makes a checkout with the real templates and the small data set, two countries of which are
// of one region, with a note, in two languages, and with texts that do not rest on the real data.
func small(t *testing.T, name string) string {
	t.Helper()
	root := checkout(t, name)
	data, err := sitetest.Tiny(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"content/topics", "content/countries", "data/observations", "data/editions", "data/names"} {
		entries, _ := filepath.Glob(filepath.Join(root, part, "*"))
		for _, entry := range entries {
			if !strings.HasPrefix(filepath.Base(entry), "_") {
				if err := os.RemoveAll(entry); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	texts := map[string]string{}
	for name, file := range data {
		if !strings.HasPrefix(name, "data/boundaries/") { // nobody can draw the small ones
			texts[name] = string(file.Data)
		}
	}
	texts["data/countries.csv"] = strings.ReplaceAll(texts["data/countries.csv"], "western-and-central-africa", "eastern-and-southern-africa")
	texts["data/regions.csv"] = strings.ReplaceAll(texts["data/regions.csv"], "western-and-central-africa,9,Western and Central Africa\n", "")
	texts["data/indicators.csv"] += "oat,availability,,services,4,yes-no,8\ndcr,availability,,services,5,yes-no,8\n"
	texts["data/observations/oat.csv"] = "country,period,value,low,high,basis,source,locator,confidence,note\nCIV,2020,yes,,,,hri-gshr-2020,p. 2,stated,\n"
	texts["data/observations/dcr.csv"] = "country,period,value,low,high,basis,source,locator,confidence,note\nCAN,2020,yes,,,,hri-gshr-2020,p. 2,stated,\n"
	for _, lang := range []string{"", ".fr"} {
		texts["content/method"+lang+".md"] = "+++\ntitle = \"Method\"\n+++\n"
		texts["content/topics/stigma"+lang+".md"] = "+++\ntitle = \"Stigma\"\nindicators = [\"nsp\"]\n+++\nText.\n"
		texts["content/topics/second"+lang+".md"] = texts["content/topics/stigma"+lang+".md"]
		texts["content/countries/ken"+lang+".md"] = "+++\ntitle = \"A note\"\ndate = 2026-11-22\nsources = [\"who-survey-2020\"]\nindicators = [\"nsp\"]\n+++\nText.\n"
	}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		write(t, filepath.Join(root, filepath.FromSlash(name)), texts[name])
	}
	for _, lang := range []string{"ar", "es", "ru"} {
		if err := sitetest.DropLanguage(root, lang); err != nil {
			t.Fatal(err)
		}
	}
	indicators, _ := filepath.Glob(filepath.Join(root, "content", "indicators", "*.md"))
	for _, file := range indicators {
		id, _, _ := strings.Cut(filepath.Base(file), ".")
		if !slices.Contains([]string{"_index", "nsp", "nsp-sites", "women-in-treatment", "oat", "dcr"}, id) {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		}
	}
	return root
}
