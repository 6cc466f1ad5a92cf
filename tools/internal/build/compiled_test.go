package build_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
)

// Where Hugo lies is asked once; what was noted is not believed when it may have become wrong.
func TestHugoIsFoundAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: may compile Hugo")
	}
	root := checkout(t, "atlas")
	note := filepath.Join(root, "build", "cache", "hugo")
	found := func() string {
		t.Helper()
		cmd, err := build.Hugo(t.Context(), root, "version")
		if err != nil {
			t.Fatal(err)
		}
		return cmd.Path
	}
	hugo := found()
	other := filepath.Join(t.TempDir(), "other")
	write(t, other, "")
	leadTo := func(path string) {
		key, _, _ := strings.Cut(read(t, note), "\n")
		write(t, note, key+"\n"+path)
	}

	leadTo(other)
	if got := found(); got != other {
		t.Errorf("a good note is not used: %s", got)
	}
	for name, spoil := range map[string]func() error{
		"leads nowhere":                 func() error { leadTo(other + "-not-there"); return nil },
		"leads to a folder":             func() error { leadTo(t.TempDir()); return nil },
		"is two days old":               func() error { leadTo(other); return os.Chtimes(note, time.Time{}, time.Now().Add(-48*time.Hour)) },
		"is of another list of modules": func() error { leadTo(other); return appendTo("go.mod", "// another\n")(root) },
		"is cut short":                  func() error { return os.Truncate(note, 9) },
	} {
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		if got := found(); got != hugo {
			t.Errorf("a note that %s: %s; want %s", name, got, hugo)
		}
	}
}
