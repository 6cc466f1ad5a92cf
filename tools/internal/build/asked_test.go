package build

import (
	"bytes"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// A string that changed has those pages made again that may ask for it, and those of texts and lists, which may ask
// for any. One that French lacks is shown in English.
func TestPagesDependOnTheStringsThatTheyMayAskFor(t *testing.T) {
	files := func(change ...string) fstest.MapFS {
		all := map[string]string{
			"layouts/baseof.html":            `{{ T "skip" }}{{ block "main" . }}{{ end }}`,
			"layouts/all.feed.xml":           `{{ T "feed" }}`,
			"layouts/countries/page.html":    `{{ partial "status.html" . }}`,
			"layouts/changes/page.html":      `{{ T "gained" }}`,
			"layouts/_partials/status.html":  `{{ T (printf "status_%s" .state) }}`,
			"layouts/_shortcodes/count.html": `{{ T "counted" }}`,
			"layouts/embed/page.html":        `{{ partial (printf "%s.html" .kind) . }}`, // nobody can tell
			"data/i18n/en.toml":              "skip = 'Skip'\nfeed = 'Feed'\ngained = 'Gained'\nstatus_yes = 'Yes'\ncounted = 'Counted'\nrare = 'Rare'\nn_sources.one = 'one'\n",
			"data/i18n/fr.toml":              "skip = 'Aller'\nfeed = 'Flux'\ngained = 'Gagné'\nstatus_yes = 'Oui'\ncounted = 'Compté'\n",
			"data/i18n/terms.csv":            "id",
		}
		for i := 0; i+1 < len(change); i += 2 {
			all[change[i]] += change[i+1]
		}
		fsys := fstest.MapFS{}
		for name, text := range all {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		return fsys
	}
	keys := func(fsys fstest.MapFS) map[string]sum {
		own, err := readStrings(fsys, []string{"en", "fr"})
		asked, errAsked := readAsked(fsys)
		if err != nil || errAsked != nil {
			t.Fatal(err, errAsked)
		}
		in, sums := inputs{strings: own, asked: asked}, map[string]sum{}
		for _, lang := range []string{"en", "fr"} {
			for _, folder := range []string{"country", "changes", "embed", rest} {
				sums[lang+" "+folder] = in.stringsFor(lang, folder)
			}
		}
		return sums
	}
	const en, fr = "data/i18n/en.toml", "data/i18n/fr.toml"
	before := keys(files())
	for _, c := range []struct {
		name string
		fsys fstest.MapFS
		want []string
	}{
		{"nothing", files(), nil},
		{"what is no string", files("data/i18n/terms.csv", "x", fr, "\n# a comment\n"), nil},
		{"one on every page", replaced(files(), fr, "Aller", "Sauter"), []string{"fr changes", "fr country", "fr embed", "fr rest"}},
		{"one of a partial", replaced(files(), fr, "Oui", "Ouais"), []string{"fr country", "fr embed", "fr rest"}},
		{"one of a list", replaced(files(), fr, "Gagné", "Acquis"), []string{"fr changes", "fr embed", "fr rest"}},
		{"one of texts", replaced(files(), fr, "Compté", "Nombre"), []string{"fr changes", "fr country", "fr embed", "fr rest"}},
		{"an English one that French has too", replaced(files(), en, "Gained", "Won"), []string{"en changes", "en embed", "en rest"}},
		{"an English one that French lacks", replaced(files(), en, "Rare", "Seldom"), []string{"en embed", "en rest", "fr embed", "fr rest"}},
		{"a form", replaced(files(), en, "'one'", "'a'"), []string{"en embed", "en rest", "fr embed", "fr rest"}},
		{"a new one", files(fr, "\nstatus_no = 'Non'\n"), []string{"fr country", "fr embed", "fr rest"}},
	} {
		after := keys(c.fsys)
		var got []string
		for _, name := range slices.Sorted(maps.Keys(after)) {
			if after[name] != before[name] {
				got = append(got, name)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s, -want +got:\n%s", c.name, diff)
		}
	}
}

// replaced changes a text of a file.
func replaced(fsys fstest.MapFS, name, from, to string) fstest.MapFS {
	fsys[name] = &fstest.MapFile{Data: bytes.Replace(fsys[name].Data, []byte(from), []byte(to), 1)}
	return fsys
}

func TestStringsThatCannotBeReadStopTheBuild(t *testing.T) {
	for text, want := range map[string]bool{"a = 'b'\n": true, "a = \n": false} {
		_, err := readStrings(fstest.MapFS{"data/i18n/en.toml": {Data: []byte(text)}}, []string{"en"})
		if (err == nil) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}
