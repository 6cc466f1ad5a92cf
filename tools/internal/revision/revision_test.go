package revision_test

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/revision"
)

// repository makes one with data/a.csv in two revisions, below a folder of its own.
func repository(t *testing.T) (root string) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	top := t.TempDir()
	root = filepath.Join(top, "atlas")
	if err := os.MkdirAll(filepath.Join(root, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	run(t, top, "init", "-q")
	for _, text := range []string{"first", "second"} {
		if err := os.WriteFile(filepath.Join(root, "data", "a.csv"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		run(t, top, "add", "-A")
		run(t, top, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", text)
	}
	return root
}

func run(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func TestOpen(t *testing.T) {
	root := repository(t)
	for name, want := range map[string]string{"HEAD": "second", "HEAD~1": "first", ".": "second", root: "second"} {
		tree, err := revision.Open(context.Background(), root, name, "data", "content")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got, err := fs.ReadFile(tree, "data/a.csv"); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	root := repository(t)
	for name, want := range map[string]string{
		"v9":         "neither a folder nor a revision",
		"--output=x": "neither a folder nor a revision",
		"":           "neither a folder nor a revision",
		"HEAD:data":  "neither a folder nor a revision",
	} {
		if _, err := revision.Open(context.Background(), root, name, "data"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; want it to say %s", name, err, want)
		}
	}
	if _, err := revision.Open(context.Background(), root, "HEAD", "layouts"); err == nil || !strings.Contains(err.Error(), "none of layouts") {
		t.Errorf("a revision without the folder: %v", err)
	}
}
