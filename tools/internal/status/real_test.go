package status_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// root finds the module's folder above the test's.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod in this folder or above")
		}
		dir = filepath.Dir(dir)
	}
}

var real struct {
	sync.Once
	data *dataset.Dataset
}

// realData reads the data of the repository, once for all tests; none of them changes it.
func realData(t testing.TB) *dataset.Dataset {
	t.Helper()
	dir := root(t)
	real.Do(func() { real.data = dataset.Load(os.DirFS(dir)) })
	for _, f := range real.data.Faults {
		t.Fatalf("%s: %s; want %s", f.Pos, f.Found, f.Want)
	}
	return real.data
}

// sources lists who made the statements, in their order.
func sources(all []status.Statement) string {
	var ids []string
	for _, s := range all {
		ids = append(ids, s.Source)
	}
	return strings.Join(ids, " ")
}

// figure writes a number or a range as pages do.
func figure(s status.Statement) string {
	if s.Value == "" {
		return s.Low + "–" + s.High
	}
	return s.Value
}

// profiles lists the countries that have a page.
func profiles(d *dataset.Dataset) []string {
	var list []string
	for _, c := range d.Countries {
		if c.Profile {
			list = append(list, c.ISO3)
		}
	}
	slices.Sort(list)
	return list
}
