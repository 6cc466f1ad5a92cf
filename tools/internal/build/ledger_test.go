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
		build := func() []byte {
			l := openLedger(static, list)
			picture, err := openTestCache(t, filepath.Join(root, "cache"), "").picture(d.drawing("maps/nsp.svg", "yes"), l)
			if err := errors.Join(err, mirror(static, map[string][]byte{"maps/nsp.svg": picture}), l.close()); err != nil {
				t.Fatalf("%s: %v", c.name, err)
			}
			return picture
		}
		build()
		file := filepath.Join(static, "maps", "nsp.svg")
		if err := c.meddle(file, list); err != nil {
			t.Fatal(err)
		}
		if alone := build() == nil; alone != c.alone {
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
		if data, err := os.ReadFile(filepath.Join(root, "maps", "nsp.svg")); err != nil || files["maps/nsp.svg"] != nil {
			t.Errorf("%s: holds %q (%v), and %d bytes are still in memory", value, data, err, len(files["maps/nsp.svg"]))
		}
	}
}

// A text in place is known by its time, and a changed one is given to be written.
func TestATextInPlaceIsLeftAlone(t *testing.T) {
	root := t.TempDir()
	static, list := filepath.Join(root, "static"), filepath.Join(root, "list.json")
	for _, c := range []struct {
		text  string
		write bool
	}{{"old", true}, {"old", false}, {"new", true}, {"new", false}} {
		l := openLedger(static, list)
		data := l.keep("cite/ken.bib", []byte(c.text))
		if (data != nil) != c.write {
			t.Errorf("%s: written %v, want %v", c.text, data != nil, c.write)
		}
		if err := errors.Join(mirror(static, map[string][]byte{"cite/ken.bib": data}), l.close()); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(static, "cite", "ken.bib")); err != nil || string(got) != c.text {
			t.Errorf("holds %q (%v), want %q", got, err, c.text)
		}
	}
}
