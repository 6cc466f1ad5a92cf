package layout_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/layout"
)

func templates(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys["layouts/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	read, err := layout.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// Every way to call a partial is followed, but those that only a comment names.
func TestTemplatesAreFollowedToTheirPartials(t *testing.T) {
	all := templates(t, map[string]string{
		"page.html":              `{{- /* partial "no.html" . */ -}}{{ partial "a.html" . }}{{ with (partialCached "b/c.html" . .id) }}x{{ end }}`,
		"_partials/a.html":       `{{ apply .list "partial" "fn/name.html" "." }}{{ partial "a.html" . }}`,
		"_partials/b/c.html":     `{{- return index .words 0 -}}`,
		"_partials/fn/name.html": `{{ . }}`,
		"_partials/no.html":      ``, "other.html": ``,
	})
	got, err := layout.Reached(all, []string{"page.html"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"_partials/a.html", "_partials/b/c.html", "_partials/fn/name.html", "page.html"}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(got))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got, _ := layout.Reached(all, []string{"page.html"}, []string{"a.html"}); len(got) != 2 {
		t.Errorf("with a.html elsewhere: %v", got)
	}
}

func TestPartialsThatCannotBeFollowed(t *testing.T) {
	for text, want := range map[string]string{
		`{{ partial "gone.html" . }}`:               "there is no layouts/_partials/gone.html",
		`{{ partial (printf "reference/%s" .) . }}`: "layouts/page.html calls a partial that only its data name",
		`{{ partialCached $which . }}`:              "layouts/page.html calls a partial that only its data name",
	} {
		_, err := layout.Reached(templates(t, map[string]string{"page.html": text}), []string{"page.html"}, nil)
		if err == nil || err.Error() != want {
			t.Errorf("%s: %v; want %s", text, err, want)
		}
	}
}

func TestStringsThatTemplatesMayAskFor(t *testing.T) {
	asked := layout.AskedIn(templates(t, map[string]string{"page.html": `{{- /* T "quiet" */ -}}
		{{ T "title" }}{{ T (printf "status_%s" .state) }}{{ $key := "count_one" }}{{ T (cond .many "count_many" $key) }}{{ T (print "unit_" .unit) }}{{ printf "%s_%s" "a" "b" }}`}))
	for key, want := range map[string]bool{
		"title": true, "status_yes": true, "status_no-data": true, "count_one": true, "count_many": true, "unit_percent": true,
		"quiet": false, "titles": false, "stat": false, "count_none": false, "a_b": false,
	} {
		if asked.For(key) != want {
			t.Errorf("%s: asked for is %v; want %v", key, !want, want)
		}
	}
}

// The real templates of every kind of page made from records can be followed, and are there.
func TestEveryFirstTemplateCanBeFollowed(t *testing.T) {
	all, err := layout.Read(os.DirFS(filepath.Join("..", "..", "..")))
	if err != nil {
		t.Fatal(err)
	}
	for folder, first := range layout.First {
		reached, err := layout.Reached(all, append(layout.InTexts(all), first...), nil)
		if err != nil {
			t.Errorf("%s: %v", folder, err)
		}
		asked := layout.AskedIn(reached)
		want := "list_comma"
		if folder == "finder" {
			want = "finder_what"
		}
		if !asked.For(want) || asked.For("not_found_help") {
			t.Errorf("%s: does not ask for %s, or asks for what only the page for wrong addresses says", folder, want)
		}
	}
}
