package tidy_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/tidy"
)

// checkout makes a folder in which every CSV file is there, canonical but for the given ones.
func checkout(t *testing.T, given map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for _, f := range dataset.Files {
		path := f.Path
		if strings.HasSuffix(path, "/") {
			path += "nsp.csv"
		}
		var columns []string
		for _, c := range f.Columns {
			columns = append(columns, c.Name)
		}
		text, ok := given[path]
		if !ok {
			text = strings.Join(columns, ",") + "\n"
		}
		path = filepath.Join(root, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

const (
	regions   = "data/regions.csv"
	untidy    = "id,order,gshr_name\nb,2,B \na,1,A\n"
	canonical = "id,order,gshr_name\na,1,A\nb,2,B\n"
)

func read(t *testing.T, root, file string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func plan(t *testing.T, root string) []tidy.Change {
	t.Helper()
	changes, problems := tidy.Plan(dataset.Load(os.DirFS(root)))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return changes
}

func TestApplyWritesWhatPlanFound(t *testing.T) {
	root := checkout(t, map[string]string{regions: untidy})
	changes := plan(t, root)
	if diff := cmp.Diff([]tidy.Change{{File: regions, Content: []byte(canonical)}}, changes); diff != "" {
		t.Fatalf("plan (-want +got):\n%s", diff)
	}
	if err := tidy.Apply(root, changes); err != nil {
		t.Fatal(err)
	}
	if got := read(t, root, regions); got != canonical {
		t.Errorf("got %q, want %q", got, canonical)
	}
	if info, err := os.Stat(filepath.Join(root, regions)); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, want that of the old file (%v)", info.Mode(), err)
	}
	if again := plan(t, root); len(again) > 0 {
		t.Errorf("the second time changes %v", again)
	}
}

func TestPlanRefusesWhatWouldLoseSomething(t *testing.T) {
	for _, test := range []struct {
		name, file, text string
		want             []string
	}{
		{"an open quotation mark", regions, "id,order,gshr_name\na,1,\"A\n",
			[]string{`data/regions.csv:2:5: error csv-syntax: a quotation mark that is never closed; want a closing " or none at all`}},
		{"a row that has lost a cell", regions, "id,order,gshr_name\na,1\n",
			[]string{"data/regions.csv:2:1: 2 cells under 3 columns; repair it first"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := checkout(t, map[string]string{test.file: test.text, "data/totals.csv": "indicator, period,scope,countries,source,note\n"})
			changes, problems := tidy.Plan(dataset.Load(os.DirFS(root)))
			var got []string
			for _, p := range problems {
				got = append(got, p.Error())
			}
			if diff := cmp.Diff(test.want, got); diff != "" || changes != nil {
				t.Errorf("changes %v, problems (-want +got):\n%s", changes, diff)
			}
		})
	}
}

func TestPlanRefusesAMissingFile(t *testing.T) {
	root := checkout(t, map[string]string{regions: untidy})
	if err := os.Remove(filepath.Join(root, "data/totals.csv")); err != nil {
		t.Fatal(err)
	}
	if changes, problems := tidy.Plan(dataset.Load(os.DirFS(root))); changes != nil || len(problems) != 1 {
		t.Errorf("changes %v, problems %v", changes, problems)
	}
}

// A change that cannot be staged must leave the others alone, and no file behind.
func TestApplyIsAllOrNothing(t *testing.T) {
	root := checkout(t, map[string]string{regions: untidy})
	changes := append(plan(t, root), tidy.Change{File: "data/nowhere/nsp.csv", Content: []byte("x")})
	err := tidy.Apply(root, changes)
	if err == nil || err.Error() != "data/nowhere/nsp.csv: no such file or directory; nothing was changed" {
		t.Errorf("got error %v", err)
	}
	if got := read(t, root, regions); got != untidy {
		t.Errorf("changed to %q", got)
	}
	left, err := filepath.Glob(filepath.Join(root, "data", ".atlas-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}

func TestApplyKeepsASymbolicLink(t *testing.T) {
	root := checkout(t, map[string]string{regions: untidy})
	link := filepath.Join(root, regions)
	target := filepath.Join(root, "elsewhere.csv")
	if err := os.Rename(link, target); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	if err := tidy.Apply(root, plan(t, root)); err != nil {
		t.Fatal(err)
	}
	if got, err := os.Readlink(link); err != nil || got != target {
		t.Errorf("the link is gone: %v", err)
	}
	if got := read(t, root, "elsewhere.csv"); got != canonical {
		t.Errorf("got %q, want %q", got, canonical)
	}
}
