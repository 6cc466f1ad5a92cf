package build

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// What a build leaves alone because it is in place, and what it puts back.
func TestAPictureInPlaceIsLeftAlone(t *testing.T) {
	for _, c := range []struct {
		name   string
		meddle func(file, ledger string) error
		alone  bool
	}{
		{"nobody touched it", func(string, string) error { return nil }, true},
		{"removed", func(file, _ string) error { return os.Remove(file) }, false},
		{"cut short", func(file, _ string) error { return os.Truncate(file, 3) }, false},
		{"overwritten in the same length", func(file, _ string) error {
			later := time.Now().Add(time.Second)
			return errors.Join(os.WriteFile(file, []byte("forgery of maps/nsp.svg"), 0o644), os.Chtimes(file, later, later))
		}, false},
		{"the ledger is lost", func(_, ledger string) error { return os.Remove(ledger) }, false},
		{"the ledger is damaged", func(_, ledger string) error { return os.Truncate(ledger, 5) }, false},
	} {
		root := t.TempDir()
		static, list := filepath.Join(root, "static"), filepath.Join(root, "pictures.json")
		var d drawn
		build := func() map[string][]byte {
			l := openLedger(static, list)
			files, err := drawAll([]drawing{d.drawing("maps/nsp.svg", "yes")}, openTestCache(t, filepath.Join(root, "cache"), ""), l)
			if err := errors.Join(err, mirror(static, files), l.close()); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			return files
		}
		build()
		file := filepath.Join(static, "maps", "nsp.svg")
		if err := c.meddle(file, list); err != nil {
			t.Fatal(err)
		}
		if alone := build()["maps/nsp.svg"] == nil; alone != c.alone {
			t.Errorf("%s: left alone: %v; want %v", c.name, alone, c.alone)
		}
		if data, err := os.ReadFile(file); err != nil || string(data) != "picture of maps/nsp.svg" {
			t.Errorf("%s: the file holds %q, %v", c.name, data, err)
		}
		if d.times != 1 {
			t.Errorf("%s: drawn %d times; want once, and kept", c.name, d.times)
		}
	}
}

func TestAnotherPictureReplacesTheOneInPlace(t *testing.T) {
	root, list := t.TempDir(), filepath.Join(t.TempDir(), "pictures.json")
	var d drawn
	for _, value := range []string{"yes", "no"} {
		l := openLedger(root, list)
		files, err := drawAll([]drawing{d.drawing("maps/nsp.svg", value)}, openTestCache(t, t.TempDir(), ""), l)
		if err := errors.Join(err, mirror(root, files), l.close()); err != nil {
			t.Fatal(err)
		}
		if files["maps/nsp.svg"] == nil {
			t.Errorf("%s: taken for one in place", value)
		}
	}
}
