package realsite_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

var update = flag.Bool("update", false, "write the files of testdata that follow the site anew")

// Every map of the real data has the bytes of the committed list, in the form that sha256sum reads, on
// whatever machine it was drawn. Whoever changes data or drawing updates the list, and looks at what
// it names.
func TestMapsAreTheSameEverywhere(t *testing.T) {
	const list = "testdata/maps.sha256"
	drawn := sums(t, Built(t).Dir, "maps")
	if *update {
		var out strings.Builder
		for _, name := range slices.Sorted(maps.Keys(drawn)) {
			fmt.Fprintf(&out, "%s  %s\n", drawn[name], name)
		}
		if err := os.WriteFile(list, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(list)
	if err != nil {
		t.Fatalf("%v (run the test with -update and look at the maps)", err)
	}
	f := newFaults(t)
	for line := range strings.Lines(string(data)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if drawn[name] == "" {
			f.addf("%s is in %s but is not drawn", name, list)
		} else if drawn[name] != sum {
			f.addf("%s is not as %s says", name, list)
		}
		delete(drawn, name)
	}
	for _, name := range slices.Sorted(maps.Keys(drawn)) {
		f.addf("%s is not in %s", name, list)
	}
}

// sums gives the checksum of every file below a folder of the site.
func sums(t *testing.T, dir, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(filepath.Join(dir, folder), func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(name)] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
