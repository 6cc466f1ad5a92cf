package build

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func openTestCache(t *testing.T, dir, goMod string) *pictureCache {
	t.Helper()
	cache, err := newPictureCache(dir, []byte(goMod))
	if err != nil {
		t.Fatal(err)
	}
	return cache
}

// drawn counts how often a picture is drawn.
type drawn struct{ times int }

func (d *drawn) drawing(path string, from ...any) drawing {
	return drawing{path, from, func() ([]byte, error) { d.times++; return []byte("picture of " + path), nil }}
}

func TestAPictureIsDrawnOnlyWhenSomethingChanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "cache")
	var d drawn
	first := d.drawing("maps/nsp.svg", "yes", map[string]int{"KEN": 1, "UGA": 2})
	for _, c := range []struct {
		name    string
		goMod   string
		drawing drawing
		spoil   func(file string) error
		draws   int
	}{
		{"the first time", "go 1", first, nil, 1},
		{"unchanged", "go 1", first, nil, 0},
		{"another value", "go 1", d.drawing("maps/nsp.svg", "no", map[string]int{"KEN": 1, "UGA": 2}), nil, 1},
		{"another value deep inside", "go 1", d.drawing("maps/nsp.svg", "yes", map[string]int{"KEN": 1, "UGA": 3}), nil, 1},
		{"another path", "go 1", d.drawing("maps/oat.svg", "yes", map[string]int{"KEN": 1, "UGA": 2}), nil, 1},
		{"another version of a library", "go 2", first, nil, 1},
		{"cut short", "go 1", first, func(file string) error { return os.Truncate(file, 40) }, 1},
		{"empty", "go 1", first, func(file string) error { return os.Truncate(file, 0) }, 1},
		{"overwritten", "go 1", first, func(file string) error {
			data, err := os.ReadFile(file)
			data[len(data)-1] ^= 1
			return errors.Join(err, os.WriteFile(file, data, 0o644))
		}, 1},
		{"drawn anew", "go 1", first, nil, 0},
	} {
		cache := openTestCache(t, dir, c.goMod)
		if c.spoil != nil {
			name, err := cache.name(c.drawing.path, c.drawing.from...)
			if err := errors.Join(err, c.spoil(filepath.Join(dir, name))); err != nil {
				t.Fatal(err)
			}
		}
		d.times = 0
		files, err := drawAll([]drawing{c.drawing}, cache, openLedger("", ""))
		if err != nil || string(files[c.drawing.path]) != "picture of "+c.drawing.path {
			t.Errorf("%s: got %q, %v", c.name, files[c.drawing.path], err)
		}
		if d.times != c.draws {
			t.Errorf("%s: drawn %d times; want %d", c.name, d.times, c.draws)
		}
	}
}

func TestThePruneKeepsWhatABuildUsed(t *testing.T) {
	dir := t.TempDir()
	var d drawn
	old, kept := d.drawing("old.svg"), d.drawing("kept.svg")
	if _, err := drawAll([]drawing{old, kept}, openTestCache(t, dir, ""), openLedger("", "")); err != nil {
		t.Fatal(err)
	}
	half := filepath.Join(dir, halfWritten+"1")
	if err := os.WriteFile(half, []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	cache := openTestCache(t, dir, "")
	_, err := drawAll([]drawing{kept}, cache, openLedger("", ""))
	now := time.Now()
	if err := errors.Join(err, cache.prune(now)); err != nil {
		t.Fatal(err)
	}
	if n := count(t, dir); n != 2 {
		t.Errorf("%d files are left; want the used picture and what may still be under way", n)
	}
	if err := cache.prune(now.Add(2 * time.Hour)); err != nil {
		t.Fatal(err)
	}
	if n := count(t, dir); n != 1 {
		t.Errorf("%d files are left; want the used picture", n)
	}
}

func count(t *testing.T, dir string) int {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}

func TestAFailureNamesItsPictureAndIsNotKept(t *testing.T) {
	dir := t.TempDir()
	broken := drawing{"maps/nsp.svg", nil, func() ([]byte, error) { return nil, errors.New("no ink") }}
	_, err := drawAll([]drawing{broken}, openTestCache(t, dir, ""), openLedger("", ""))
	if err == nil || err.Error() != "maps/nsp.svg: no ink" {
		t.Errorf("got %v", err)
	}
	if n := count(t, dir); n != 0 {
		t.Errorf("%d files are kept of a picture that could not be drawn", n)
	}
}
