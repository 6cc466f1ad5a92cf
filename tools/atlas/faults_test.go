package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// spoils are mistakes that no cell may hold; the cells of a data set get them in turn.
var spoils = []struct{ rule, text string }{
	{"formula", "=1+1"},
	{"markup", "<b>x</b>"},
	{"control-character", "x\u202ey"},
	{"local-path", "/home/ana/x"},
	{"mojibake", "CÃ´te"},
	{"cell-length", strings.Repeat("long ", 200)},
}

// TestBrokenDataChangesNothing spoils one cell of every column of every file, one at a time,
// and builds: the finding names the cell, the exit code is 1, and not a byte of the checkout or
// of the finished site is touched.
func TestBrokenDataChangesNothing(t *testing.T) {
	root := t.TempDir()
	if err := os.CopyFS(root, os.DirFS("testdata/tiny")); err != nil {
		t.Fatal(err)
	}
	public := filepath.Join(root, "public")
	if err := os.MkdirAll(public, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(public, "index.html"), []byte("the last good site"), 0o644); err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, table := range dataset.Load(os.DirFS(root)).Tables {
		for column, head := range table.Header {
			if len(table.Rows) == 0 {
				continue
			}
			spoil := spoils[tried%len(spoils)]
			t.Run(fmt.Sprintf("%s in %s of %s", spoil.rule, head.Text, table.File), func(t *testing.T) {
				breakAndBuild(t, root, table, column, spoil.rule, spoil.text)
			})
			tried++
		}
	}
	if tried < 100 {
		t.Errorf("only %d faults were tried, want 100", tried)
	}
}

func breakAndBuild(t *testing.T, root string, table *csvfile.Table, column int, rule, text string) {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(table.File))
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	bad := withCell(t, good, column, text)
	if err := os.WriteFile(file, bad, 0o644); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := os.WriteFile(file, good, 0o644); err != nil {
			t.Fatal(err)
		}
	}()
	before := tree(t, root)
	var stderr bytes.Buffer
	env := &Env{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: &stderr, Dir: root,
		Getenv: func(string) string { return "" }, Terminal: func(io.Writer) int { return 0 }}
	if code := Run(context.Background(), env, []string{"build", "--root", root}); code != exitFailed {
		t.Errorf("exit code %d, want %d", code, exitFailed)
	}
	spoilt := csvfile.Read(table.File, bad)
	want := spoilt.At(spoilt.Rows[0][column]).String() + ": error " + rule + ": "
	if !strings.Contains(stderr.String(), want) {
		t.Errorf("no finding %q among:\n%s", want, &stderr)
	}
	if diff := cmp.Diff(before, tree(t, root)); diff != "" {
		t.Errorf("the checkout changed (-before +after):\n%s", diff)
	}
}

// withCell writes a CSV file with another text in a cell of its first row.
func withCell(t *testing.T, good []byte, column int, text string) []byte {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(good)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	records[1][column] = text
	var out bytes.Buffer
	if err := csv.NewWriter(&out).WriteAll(records); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// tree gives every file below root with its content, but for what the program generates.
func tree(t *testing.T, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(root), ".", func(path string, entry fs.DirEntry, err error) error {
		if path == "build" {
			return fs.SkipDir
		}
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(root, path))
		files[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
