package build

import (
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

func testGroups() groups {
	reads := site.Reads{Own: map[string][][]byte{"country/ken": {[]byte("ken")}, "changes/nsp": {[]byte("nsp")}, "sources": {[]byte("all")}}}
	return groupsOf([]string{"en", "fr"}, inputs{}, reads, sum{})
}

func TestEveryFileIsOfOneGroup(t *testing.T) {
	g := testGroups()
	for file, want := range map[string]group{
		"country/ken/index.html":      {"en", "country/ken"},
		"country/ken/feed.xml":        {"en", "country/ken"},
		"fr/country/ken/index.html":   {"fr", "country/ken"},
		"country/index.html":          {"en", rest},
		"fr/country/uga/index.html":   {"fr", rest}, // has no record
		"changes/nsp/feed.xml":        {"en", "changes/nsp"},
		"changes/editions/index.html": {"en", rest},
		"changes/feed.xml":            {"en", rest},
		"fr/topics/x/index.html":      {"fr", rest},
		"en/sitemap.xml":              {"en", rest},
		"robots.txt":                  {"en", rest},
		"fr/404.html":                 {"fr", rest},
		"fr/sources/index.html":       {"fr", "sources"},
		"data/index.html":             {"en", rest},
		"css/maps.bundle.min.1f.css":  {"", assets},
		"js/atlas-maps.bundle.1f.js":  {"", assets},
		"js/finder-fr.1f.js":          {"fr", finder},
		"finder/fr.1f.json":           {"fr", finder},
		"css/fonts/nobody.woff2":      {"en", rest}, // nobody thought of it
	} {
		if got := g.of(file); got != want {
			t.Errorf("%s is of %v; want %v", file, got, want)
		}
	}
}

func TestWhatIsMadeTogetherIsKeptTogether(t *testing.T) {
	all := func(without ...group) map[group]bool {
		held := map[group]bool{}
		for one := range testGroups().keys {
			held[one] = true
		}
		for _, one := range without {
			delete(held, one)
		}
		return held
	}
	for _, c := range []struct {
		name string
		held map[group]bool
		want map[group]bool
	}{
		{"all", all(), all()},
		{"a page is missing: Hugo makes the rest of its language too", all(group{"fr", "country/ken"}), all(group{"fr", "country/ken"}, group{"fr", rest})},
		{"no finder: whatever links to it makes it", all(group{"fr", finder}), all(group{"fr", finder}, group{"fr", "country/ken"}, group{"fr", "changes/nsp"}, group{"fr", "sources"}, group{"fr", rest})},
		{"no styles", all(group{"", assets}), nil},
	} {
		if diff := cmp.Diff(c.want, testGroups().together(c.held)); diff != "" {
			t.Errorf("%s, -want +got:\n%s", c.name, diff)
		}
	}
}

func TestAPageDependsOnTheWordsOfItsLanguage(t *testing.T) {
	files := func(change ...string) fstest.MapFS {
		fsys := fstest.MapFS{
			"content/_index.md":               {Data: []byte("+++\ntitle = \"Home\"\n+++\nWelcome\n")},
			"content/_index.fr.md":            {Data: []byte("+++\ntitle = \"Accueil\"\n+++\nBienvenue\n")},
			"content/regions/_content.gotmpl": {Data: []byte("adapter")},
			"content/indicators/nsp.md":       {Data: []byte("+++\ntitle = \"NSP\"\n+++\nOld\n")},
			"content/countries/ken.fr.md":     {Data: []byte("+++\ntitle = \"Kenya\"\n+++\nVieux\n")},
			"content/sources.md":              {Data: []byte("+++\ntitle = \"Sources\"\n+++\nOld\n")},
		}
		for i := 0; i+1 < len(change); i += 2 {
			fsys[change[i]] = &fstest.MapFile{Data: []byte(change[i+1])}
		}
		return fsys
	}
	keys := func(fsys fstest.MapFS) map[string]sum {
		texts, err := readTexts(fsys, []string{"en", "fr"})
		if err != nil {
			t.Fatal(err)
		}
		sums, prose := map[string]sum{}, proseOf(texts, []string{"en", "fr"})
		for _, lang := range []string{"en", "fr"} {
			for _, folder := range []string{"country", "indicator", "region", rest, "sources"} {
				sums[lang+" "+folder] = prose[lang].of(folder)
			}
		}
		return sums
	}
	before := keys(files())
	english := []string{"en country", "en indicator", "en region", "en rest", "en sources"}
	french := []string{"fr country", "fr indicator", "fr region", "fr rest", "fr sources"}
	for _, c := range []struct {
		name string
		fsys fstest.MapFS
		want []string // pages that are made again
	}{
		{"a text in French", files("content/_index.fr.md", "+++\ntitle = \"Accueil\"\n+++\nSalut\n"), []string{"fr rest"}},
		{"a text in English", files("content/_index.md", "+++\ntitle = \"Home\"\n+++\nHello\n"), []string{"en rest"}},
		{"the title of a French text", files("content/_index.fr.md", "+++\ntitle = \"Maison\"\n+++\nBienvenue\n"), slices.Concat(english, french)},
		{"what says where a French text stands", files("content/_index.fr.md", "+++\ntitle = \"Accueil\"\nurl = \"/x/\"\n+++\nBienvenue\n"), slices.Concat(english, french)},
		{"the text of an indicator", files("content/indicators/nsp.md", "+++\ntitle = \"NSP\"\n+++\nNew\n"), []string{"en indicator", "en rest"}},
		{"a note", files("content/countries/ken.fr.md", "+++\ntitle = \"Kenya\"\n+++\nNeuf\n"), []string{"fr country", "fr rest"}},
		{"the text above the sources", files("content/sources.md", "+++\ntitle = \"Sources\"\n+++\nNew\n"), []string{"en rest", "en sources"}},
		{"an adapter", files("content/regions/_content.gotmpl", "another"), slices.Concat(english, french)},
		{"one more French text, of which nobody can tell what comes first", files("content/more.fr.md", "More"), slices.Concat(english, french)},
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

func TestATextMayAskForMoreThanWords(t *testing.T) {
	texts := func(files ...string) (list []text) {
		for i := 0; i+1 < len(files); i += 2 {
			list = append(list, text{name: files[i], data: []byte(files[i+1])})
		}
		return list
	}
	for _, c := range []struct {
		name  string
		texts []text
		want  map[string]bool
	}{
		{"a note", texts("content/countries/ken.md", "Words", "content/countries/ken.fr.md", "Mots"), map[string]bool{"country/ken": false}},
		{"a note that counts, in one language", texts("content/countries/ken.md", "Words", "content/countries/ken.fr.md", "{{< count >}}"), map[string]bool{"country/ken": true}},
		{"a shared text that counts", texts("content/countries/ken.md", "Words", "content/countries/shared/x.md", "{{< count >}}"), map[string]bool{"country/ken": true, "country/shared/x": true}},
		{"an indicator", texts("content/indicators/nsp.md", "Words"), map[string]bool{}},
		{"an indicator that counts", texts("content/indicators/nsp.md", "{{< count >}}", "content/indicators/oat.md", "Words"), map[string]bool{"indicator/nsp": true}},
		{"a page that counts", texts("content/sources.fr.md", "{{< count >}}", "content/sources.md", "Words", "content/data.md", "Words"), map[string]bool{"sources": true}},
		{"the adapter", texts("content/countries/_content.gotmpl", "{{ range }}"), map[string]bool{"country/_content": false}},
	} {
		if diff := cmp.Diff(c.want, shown(c.texts)); diff != "" {
			t.Errorf("%s, -want +got:\n%s", c.name, diff)
		}
	}
}
