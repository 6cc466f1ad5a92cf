package build_test

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
)

// A picture is drawn again only if it shows something else: an answer has its pictures drawn and nothing that they are
// drawn from, and what is written in a language has pictures in it drawn only if they say it.
func TestPicturesAreDrawnAgainOnlyForWhatTheyShow(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: draws the maps of a small site several times")
	}
	root, cache := small(t, "atlas"), t.TempDir()
	o := options(root, "")
	o.Rules, o.Cache = nil, cache
	converter := build.Converter{Options: o}
	convert := func() (drawn int, pictures map[string]string) {
		before := files(t, cache)
		if err := converter.Convert(context.Background(), func() {}); err != nil {
			t.Fatal(err)
		}
		for name := range files(t, cache) {
			if !before[name] {
				drawn++
			}
		}
		pictures = site(t, filepath.Join(root, "build", "static"))
		maps.DeleteFunc(pictures, func(name, _ string) bool { return !strings.HasSuffix(name, ".svg") && !strings.HasSuffix(name, ".png") })
		return drawn, pictures
	}
	_, first := convert()
	if err := replace("data/observations/nsp.csv", "KEN,2020,yes", "KEN,2020,no")(root); err != nil {
		t.Fatal(err)
	}
	drawn, before := convert()
	if changed := others(first, before); drawn != len(changed) || !slices.Contains(changed, "cards/country/ken.png") {
		t.Errorf("an answer: %d pictures were drawn again; these are others now: %v", drawn, changed)
	}
	for _, c := range []struct {
		name   string
		change func(root string) error
		says   string // what the French world map of NSP says then; empty if no picture changes
	}{
		{"a string that no picture says", replace("data/i18n/fr.toml", "skip_to_content = \"", "skip_to_content = \"! "), ""},
		{"what counts as a yes", replace("content/indicators/nsp.fr.md", "counts_as_yes = \"", "counts_as_yes = \"! "), ""},
		{"an entry of legends", replace("data/i18n/fr.toml", "legend_yes = \"", "legend_yes = \"Mais "), "Mais "},
		{"the question of an indicator", replace("content/indicators/nsp.fr.md", "question = \"", "question = \"Alors : "), "Alors : "},
		{"the name of a country", replace("data/names/names.csv", "GIB,en,alias", "KEN,fr,name,Le Kénya\nGIB,en,alias"), "Le Kénya"},
	} {
		if err := c.change(root); err != nil {
			t.Fatal(err)
		}
		drawn, after := convert()
		if c.says == "" && drawn > 0 {
			t.Errorf("%s: %d pictures were drawn again", c.name, drawn)
		}
		if said := read(t, filepath.Join(root, "build", "static", "fr", "maps", "nsp.svg")); !strings.Contains(said, c.says) {
			t.Errorf("%s: the French map does not say %q", c.name, c.says)
		}
		changed := others(before, after)
		if (c.says == "") != (len(changed) == 0) || slices.ContainsFunc(changed, func(name string) bool { return !strings.HasPrefix(name, "fr/") }) {
			t.Errorf("%s: these pictures are others now: %v", c.name, changed)
		}
		before = after
	}
}

// others names what is another file than before.
func others(before, after map[string]string) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(after)), func(name string) bool { return after[name] == before[name] })
}

// files gives the names in a folder.
func files(t *testing.T, dir string) map[string]bool {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, e := range entries {
		names[e.Name()] = true
	}
	return names
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
