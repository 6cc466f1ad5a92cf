package publish_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"golang.org/x/tools/txtar"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

var update = flag.Bool("update", false, "write the golden files anew")

const golden = "testdata/golden.txtar"

// square is a clockwise ring: the wrong way round for an outer ring, the right one for a hole.
func square(west, south, size float64) orb.Ring {
	return orb.Ring{{west, south}, {west, south + size}, {west + size, south + size}, {west + size, south}, {west, south}}
}

// fixtureAreas: XAA has two islands, one with a hole the wrong way round; XBB has one.
func fixtureAreas() []boundary.Area {
	hole := square(2, 2, 1)
	hole.Reverse()
	return []boundary.Area{
		{ID: "XAA", Geometry: orb.MultiPolygon{{square(0, 0, 10), hole}, {square(20, 0, 0.12346)}}},
		{ID: "XBB", Geometry: orb.MultiPolygon{{square(170, -50, 10)}}},
		{ID: "XZZ", Geometry: orb.MultiPolygon{{square(50, 50, 1)}}},
	}
}

// fixture reads the tiny data set; change may replace text in it.
func fixture(t *testing.T, change ...string) *dataset.Dataset {
	t.Helper()
	text, err := os.ReadFile("testdata/fixture.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys, err := txtar.FS(txtar.Parse([]byte(strings.NewReplacer(change...).Replace(string(text)))))
	if err != nil {
		t.Fatal(err)
	}
	d := dataset.Load(fsys)
	for _, f := range d.Faults {
		// The fixture brings its own areas, and no origins.
		if f.File != dataset.BoundariesFile && !strings.HasSuffix(f.File, "ORIGIN.toml") {
			t.Fatalf("the fixture has a fault: %v %s: %s; want %s", f.Pos, f.Rule, f.Found, f.Want)
		}
	}
	return d
}

func publishFixture(t *testing.T) map[string][]byte {
	t.Helper()
	d := fixture(t)
	files, err := publish.Files(d, status.Of(d), fixtureAreas(), disclaimer)
	if err != nil {
		t.Fatal(err)
	}
	return byPath(files)
}

func byPath(files []publish.File) map[string][]byte {
	all := map[string][]byte{}
	for _, f := range files {
		all[f.Path] = f.Data
	}
	return all
}

// TestGolden compares every file that the tiny data set publishes. Values worked by hand
// stand in TestByHand.
func TestGolden(t *testing.T) {
	d := fixture(t)
	files, err := publish.Files(d, status.Of(d), fixtureAreas(), disclaimer)
	if err != nil {
		t.Fatal(err)
	}
	archive := &txtar.Archive{Comment: []byte("Every file that fixture.txtar publishes. Written by go test -update.\n")}
	for _, f := range files {
		archive.Files = append(archive.Files, txtar.File{Name: f.Path, Data: f.Data})
	}
	if *update {
		if err := os.WriteFile(golden, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatalf("%v (run go test -update, then read what it wrote)", err)
	}
	if diff := cmp.Diff(texts(want), texts(archive)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func texts(a *txtar.Archive) map[string]string {
	all := map[string]string{}
	for _, f := range a.Files {
		all[f.Name] = string(f.Data)
	}
	return all
}

// at gives a value of a JSON document by a path of member names and indexes.
func at(t *testing.T, data []byte, path ...any) any {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	for _, step := range path {
		switch step := step.(type) {
		case string:
			member, ok := value.(map[string]any)
			if !ok {
				t.Fatalf("%v: no members", path)
			}
			value = member[step]
		case int:
			list, ok := value.([]any)
			if !ok || step >= len(list) {
				t.Fatalf("%v: no element %d", path, step)
			}
			value = list[step]
		}
	}
	return value
}

// records reads a CSV file as one map for each row.
func records(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]string
	for _, row := range rows[1:] {
		record := map[string]string{}
		for i, name := range rows[0] {
			record[name] = row[i]
		}
		all = append(all, record)
	}
	return all
}

// onDisk writes files below a new folder, for programs that read them there.
func onDisk(t *testing.T, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for path, data := range files {
		path = filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func text(value any) string {
	if value == nil {
		return "-"
	}
	return fmt.Sprint(value)
}

// disclaimer is what every file with boundaries must carry.
const disclaimer = "The boundaries and names shown and the designations used do not imply any opinion on the " +
	"legal status of any country, territory, city or area or of its authorities, or on its frontiers or boundaries."
