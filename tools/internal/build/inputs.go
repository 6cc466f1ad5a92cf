package build

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"

	"github.com/harm-reduction-atlas/atlas/tools/internal/layout"
)

// sum is a checksum of everything that something depends on.
type sum = [sha256.Size]byte

// inputs are checksums of what pages depend on besides records: the files that Hugo reads, its
// version and its arguments.
type inputs struct {
	// site is what the pages of every language depend on.
	site sum
	// prose are the texts by language; strings those of the interface, by language and key.
	prose   map[string]prose
	strings map[string]map[string]sum
	// asked are the strings that the pages of a folder may ask for. Those of other folders may ask for any.
	asked map[string]layout.Asked
	// texts names the pages, such as "country/ken", that show a text on which more depends than words,
	// and tells whether it may ask for any record.
	texts map[string]bool
}

// same tells that nothing has changed meanwhile.
func (i inputs) same(as inputs) bool {
	return i.site == as.site && maps.Equal(i.prose, as.prose) && maps.Equal(i.texts, as.texts) &&
		maps.EqualFunc(i.strings, as.strings, maps.Equal)
}

// siteFiles is what Hugo may read besides settings, content and strings, if it is there.
var siteFiles = []string{"go.mod", "go.sum", "config.yaml", "config.json", "hugo.toml", "hugo.yaml", "hugo.json",
	"config", "layouts", "static", "assets", "themes", "_vendor", "build/assets", "data/boundaries/README.md"}

// readInputs reads them in a checkout for pages in some languages, the main one first.
func readInputs(root string, languages []string, arguments ...string) (inputs, error) {
	fsys := os.DirFS(root)
	h := newHash()
	for _, a := range arguments {
		h.part("argument", []byte(a))
	}
	errCode := addSource(h.to, source)
	for _, name := range siteFiles {
		errCode = errors.Join(errCode, h.tree(fsys, name))
	}
	texts, err := readTexts(fsys, languages)
	own, errStrings := readStrings(fsys, languages)
	asked, errAsked := readAsked(fsys)
	if err := errors.Join(errCode, err, errStrings, errAsked); err != nil {
		return inputs{}, fmt.Errorf("what pages depend on: %w", err)
	}
	return inputs{site: h.sum(), prose: proseOf(texts, languages), strings: own, asked: asked, texts: shown(texts)}, nil
}

// eachFile reads the files below a path in the order of their names; a path may be missing.
func eachFile(fsys fs.FS, name string, do func(name string, data []byte)) error {
	err := fs.WalkDir(fsys, filepath.ToSlash(name), func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err == nil {
			do(name, data)
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
