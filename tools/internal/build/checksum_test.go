package build_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/maps.sha256 anew")

// checkMaps compares every map of the real data with the committed list, in the form that
// sha256sum reads. Whoever changes data or drawing updates it, and looks at what the list names.
func checkMaps(t *testing.T, files map[string]string) {
	t.Helper()
	const list = "testdata/maps.sha256"
	drawn := map[string]string{}
	for name, sum := range files {
		if strings.HasPrefix(name, "maps/") {
			drawn[name] = sum
		}
	}
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
	for line := range strings.Lines(string(data)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		if drawn[name] == "" {
			t.Errorf("%s is in %s but is not drawn", name, list)
		} else if drawn[name] != sum {
			t.Errorf("%s is not as %s says", name, list)
		}
		delete(drawn, name)
	}
	for _, name := range slices.Sorted(maps.Keys(drawn)) {
		t.Errorf("%s is not in %s", name, list)
	}
}
