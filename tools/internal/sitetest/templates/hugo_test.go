// Package templates_test renders the real templates over a data set of three countries.
package templates_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/gohugoio/hugo/hugolib"
	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"
)

// checkout is the root of the module.
const checkout = "../../../.."

// rendered is a site that Hugo made.
type rendered struct {
	t     *testing.T
	build *hugolib.IntegrationTestBuilder
}

// render lets Hugo build files in a folder of their own, since its script bundler reads nothing
// else; a warning fails it, as it fails a real build. This is the only place that knows Hugo's
// own entry for tests, which is no promised interface: if it changes, `go tool hugo` on a
// temporary folder does the same more slowly.
func render(t *testing.T, files map[string]string) (rendered, error) {
	t.Helper()
	var archive txtar.Archive
	for _, name := range slices.Sorted(maps.Keys(files)) {
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: []byte(files[name])})
	}
	b, err := hugolib.TestE(t, string(txtar.Format(&archive)), hugolib.TestOptWarn(), hugolib.TestOptOsFs())
	if b.H != nil {
		t.Cleanup(func() { b.H.Close() })
	}
	if log := b.LogString(); err != nil || strings.Contains(log, "WARN") {
		return rendered{}, fmt.Errorf("hugo: %v\n%s", err, log)
	}
	return rendered{t, b}, nil
}

// text gives a published file.
func (r rendered) text(name string) string {
	r.t.Helper()
	return r.build.FileContent("public/" + name)
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
	files := map[string]string{}
	root := os.DirFS(checkout)
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
