package sitetest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing/fstest"
)

// Tiny gives the small data set of the command's tests, which keeps every rule, from the
// checkout at root: in memory, so that a test may change it.
func Tiny(root string) (fstest.MapFS, error) {
	tiny, files := os.DirFS(filepath.Join(root, "tools", "atlas", "testdata", "tiny")), fstest.MapFS{}
	err := fs.WalkDir(tiny, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(tiny, path)
		files[path] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("small data set: %w", err)
	}
	return files, nil
}
