package build

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What Hugo made stays, what was kept goes before what is published as it is, and folders move whole.
func TestTheSiteIsPutTogetherFromThreeParts(t *testing.T) {
	stage := t.TempDir()
	lay(t, stage, map[string]string{
		"index.html": "made", "country/ken/index.html": "made",
		keptPages + "/country/ken/index.html": "kept", keptPages + "/country/uga/index.html": "kept", keptPages + "/topics/index.html": "kept",
		publicFiles + "/index.html": "public", publicFiles + "/country/uga/index.html": "public", publicFiles + "/country/uga/map.svg": "public",
		publicFiles + "/maps/nsp.svg": "public", publicFiles + "/topics/index.html/no-page": "public",
	})
	if err := (&run{stage: stage}).gather(); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"index.html": "made", "country/ken/index.html": "made", "country/uga/index.html": "kept", "country/uga/map.svg": "public",
		"topics/index.html": "kept", "maps/nsp.svg": "public",
	}
	if diff := cmp.Diff(want, laid(t, stage)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Hugo writes into files that exist: nothing that has another name elsewhere may stand where it works.
func TestNothingIsLaidOutWhereHugoWorks(t *testing.T) {
	root := t.TempDir()
	lay(t, root, map[string]string{"build/static/data/index.html": "public", "cache/sum": "kept"})
	r := &run{Options: Options{Root: root}, stage: filepath.Join(root, "stage")}
	if err := r.publishStatic([]string{"build/static"}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(root, "cache", "sum")
	info, err := os.Lstat(file)
	if err != nil {
		t.Fatal(err)
	}
	one := group{"en", "country/ken"}
	if err := r.placeHeld(map[group]map[string]kept{one: {"country/ken/index.html": {file, info}}}, map[group]bool{one: true}); err != nil {
		t.Fatal(err)
	}
	lay(t, r.stage, map[string]string{"data/index.html": "made", "country/ken/index.html": "made"})
	if err := r.gather(); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"build/static/data/index.html": "public", "cache/sum": "kept", "stage/data/index.html": "made", "stage/country/ken/index.html": "made"}
	if diff := cmp.Diff(want, laid(t, root)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// The site that gave way is out of sight at once, and gone after the next build; one is kept at most.
func TestAReplacedSiteIsTakenAwayByTheNextBuild(t *testing.T) {
	root := t.TempDir()
	r := &run{Options: Options{Root: root}}
	for _, name := range []string{"build/lock", "first/index.html", "second/index.html"} {
		lay(t, root, map[string]string{name: name})
	}
	retire := func(name string, want map[string]string) {
		t.Helper()
		if err := r.retire(filepath.Join(root, name)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, laid(t, root)); diff != "" {
			t.Errorf("after %s, -want +got:\n%s", name, diff)
		}
	}
	retire("first", map[string]string{"build/lock": "build/lock", "build/replaced/index.html": "first/index.html", "second/index.html": "second/index.html"})
	retire("second", map[string]string{"build/lock": "build/lock", "build/replaced/index.html": "first/index.html"})
	r.discard()
	if diff := cmp.Diff(map[string]string{"build/lock": "build/lock"}, laid(t, root)); diff != "" {
		t.Errorf("after the next build, -want +got:\n%s", diff)
	}
}

// lay writes files, by path below a folder.
func lay(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// laid reads all files below a folder.
func laid(t *testing.T, dir string) map[string]string {
	t.Helper()
	files, err := filesBelow(dir)
	if err != nil {
		t.Fatal(err)
	}
	read := map[string]string{}
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		read[name] = string(data)
	}
	return read
}
