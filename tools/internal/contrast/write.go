package contrast

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Write puts files into a folder, which is made if need be; others in it are left alone. All of
// them are complete on the same disk before the first takes its place, so that a full disk or a
// missing right leaves the folder as it was.
func Write(dir string, files map[string][]byte) error {
	names := slices.Sorted(maps.Keys(files))
	if err := free(dir, names); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("folder of maps %s: %w", dir, cause(err))
	}
	stage, err := os.MkdirTemp(dir, ".maps-*")
	if err != nil {
		return fmt.Errorf("folder of maps %s: %w", dir, cause(err))
	}
	defer os.RemoveAll(stage)
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(stage, name), files[name], 0o644); err != nil {
			return fmt.Errorf("folder of maps %s: %s: %w; nothing was changed", dir, name, cause(err))
		}
	}
	for _, name := range names {
		if err := os.Rename(filepath.Join(stage, name), filepath.Join(dir, name)); err != nil {
			return fmt.Errorf("folder of maps %s: %w", dir, err)
		}
	}
	return nil
}

// free finds what is in the way before anything is written: a file where the folder is to be, or
// a folder where a map is to be.
func free(dir string, names []string) error {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("folder of maps %s: a file is in the way; want a folder, or a name that is free", dir)
	}
	for _, name := range names {
		if info, err := os.Lstat(filepath.Join(dir, name)); err == nil && info.IsDir() {
			return fmt.Errorf("folder of maps %s: a folder %s is in the way of the map", dir, name)
		}
	}
	return nil
}

// cause drops the path from an error that names it already.
func cause(err error) error {
	var bad *fs.PathError
	if errors.As(err, &bad) {
		return bad.Err
	}
	return err
}
