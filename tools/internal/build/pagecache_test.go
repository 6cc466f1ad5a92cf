package build

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestPagesAreHeldWhileTheyAreWhatWasPutIn(t *testing.T) {
	const page, text, key = "country/ken/index.html", "<p>Yes, 2023</p>", "key of Kenya"
	for _, c := range []struct {
		name   string
		change func(page, list string) error
		held   bool
	}{
		{"nothing happened", func(string, string) error { return nil }, true},
		{"it was only touched", func(page, _ string) error { return os.Chtimes(page, time.Time{}, time.Unix(1e9, 0)) }, true},
		{"other bytes of the same length", func(page, _ string) error { return os.WriteFile(page, []byte("<p>Yes, 2032</p>"), 0o644) }, false},
		{"cut short", func(page, _ string) error { return os.Truncate(page, 5) }, false},
		{"gone", func(page, _ string) error { return os.Remove(page) }, false},
		{"a list that is cut short", func(_, list string) error { return os.Truncate(list, 60) }, false},
		{"no list", func(_, list string) error { return os.Remove(list) }, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			stage, dir := t.TempDir(), t.TempDir()
			made := filepath.Join(stage, filepath.FromSlash(page))
			if err := errors.Join(put(made, stage, []byte(text)), os.Chtimes(made, time.Time{}, time.Unix(2e9, 0))); err != nil {
				t.Fatal(err)
			}
			kenya := group{}
			keys := map[group]string{kenya: key}
			if err := openPageCache(dir).keep(stage, map[group][]string{kenya: {page}}, keys, nil); err != nil {
				t.Fatal(err)
			}
			name, err := sumOfFile(made)
			if err != nil {
				t.Fatal(err)
			}
			if err := c.change(filepath.Join(dir, name), filepath.Join(dir, listFile)); err != nil {
				t.Fatal(err)
			}
			file, held := openPageCache(dir).held(keys)[kenya][page]
			if held != c.held {
				t.Fatalf("held: %t; want %t", held, c.held)
			}
			if got, err := os.ReadFile(file.file); held && (err != nil || string(got) != text) {
				t.Errorf("it holds %q, %v", got, err)
			}
		})
	}
}
