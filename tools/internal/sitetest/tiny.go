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
	files, err := memory(os.DirFS(filepath.Join(root, "tools", "atlas", "testdata", "tiny")), ".")
	if err != nil {
		return nil, fmt.Errorf("small data set: %w", err)
	}
	return files, nil
}

// memory reads all files of some folders.
func memory(fsys fs.FS, folders ...string) (fstest.MapFS, error) {
	files := fstest.MapFS{}
	for _, folder := range folders {
		err := fs.WalkDir(fsys, folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := fs.ReadFile(fsys, path)
			files[path] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}
