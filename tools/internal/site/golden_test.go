package site_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

var update = flag.Bool("update", false, "write the golden files anew")

// fixture reads the small data set of testdata/fixture.txtar.
func fixture(t *testing.T) *dataset.Dataset {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/fixture.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	d := dataset.Load(fsys)
	for _, f := range d.Faults {
		// The fixture needs no boundaries and no cards of origin.
		if f.File != dataset.BoundariesFile && !strings.HasSuffix(f.File, "ORIGIN.toml") {
			t.Fatalf("%s: %s; want %s", f.Pos, f.Found, f.Want)
		}
	}
	return d
}

// fixturePages makes the records of the small data set, with a map of two areas and a mark.
func fixturePages(t *testing.T) site.Pages {
	t.Helper()
	d := fixture(t)
	world := site.MapOf(carto.View{Width: 10, Height: 5, Land: "M0,0h1v1z", Shapes: []carto.Shape{
		{ID: "XCC", Mark: &carto.Mark{X: 9, Y: 4, R: 1.5, AnchorX: 9.5, AnchorY: 1}},
		{ID: "XDD", Mark: &carto.Mark{X: 2, Y: 3, R: 1.5, AnchorX: 2, AnchorY: 3}},
		{ID: "XAA", Path: "M1,1h2v2z"},
		{ID: "XBB", Path: "M3,1h2v2z"},
	}})
	return site.Build(d, status.Of(d), site.Maps{Patterns: site.Patterns{Answers: `<pattern id="unknown"/>`}, World: world})
}

// TestGolden compares every record of the small data set. Values worked out by hand stand in
// TestByHand.
func TestGolden(t *testing.T) {
	files, err := fixturePages(t).Encode().Files()
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range files { // golden files are read by people
		var out bytes.Buffer
		if err := json.Indent(&out, data, "", " "); err != nil {
			t.Fatal(err)
		}
		files[name] = out.Bytes()
	}
	folder := filepath.Join("testdata", "golden")
	if *update {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		for name, data := range files {
			if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		want, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Errorf("%v (run go test -update, then read what it wrote)", err)
			continue
		}
		if diff := cmp.Diff(string(want), string(files[name])); diff != "" {
			t.Errorf("%s, -want +got:\n%s", name, diff)
		}
	}
	kept, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range kept {
		if files[file.Name()] == nil {
			t.Errorf("%s is golden, but no such record is made", file.Name())
		}
	}
}

// TestSameBytes: records do not depend on the order in which maps are walked.
func TestSameBytes(t *testing.T) {
	first, err := fixturePages(t).Encode().Files()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := fixturePages(t).Encode().Files()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, again); diff != "" {
			t.Fatalf("-first +again:\n%s", diff)
		}
	}
}
