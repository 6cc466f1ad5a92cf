// Package templates_test renders the real templates over a data set of three countries.
package templates_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
)

// checkout is the root of the module.
const checkout = "../../../.."

// rendered is a site that Hugo made in a folder.
type rendered struct {
	t   *testing.T
	dir string
}

// render lets Hugo build files in a folder of their own; a warning fails it, as it fails a real build.
func render(t *testing.T, files map[string]string) (rendered, error) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	hugo, err := build.Hugo(t.Context(), checkout, "build", "--source", dir, "--noBuildLock", "--logLevel", "warn")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	hugo.Stdout, hugo.Stderr = &out, &out
	if err := build.RunTied(hugo); err != nil || slices.ContainsFunc(strings.Split(out.String(), "\n"), build.Complains) {
		return rendered{}, fmt.Errorf("hugo: %v\n%s", err, &out)
	}
	return rendered{t, filepath.Join(dir, "public")}, nil
}

// text gives a published file.
func (r rendered) text(name string) string {
	r.t.Helper()
	data, err := os.ReadFile(filepath.Join(r.dir, filepath.FromSlash(name)))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(data)
}

// page parses a published page.
func (r rendered) page(name string) *html.Node {
	r.t.Helper()
	doc, err := html.Parse(strings.NewReader(r.text(name)))
	if err != nil {
		r.t.Fatal(err)
	}
	return doc
}

// tree reads the files below a folder of the checkout, by path from its root.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	return filesBelow(t, os.DirFS(checkout), folder)
}

// filesBelow reads the files below a folder, by path.
func filesBelow(t *testing.T, root fs.FS, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(root, folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, path.Clean(name))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
