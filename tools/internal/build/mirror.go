package build

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// mirror makes a folder hold exactly these files (paths with slashes). Files that are already
// right are not touched, so that a live preview only sees what changed; those without bytes are
// known to be right.
func mirror(dir string, files map[string][]byte) error {
	if err := removeOthers(dir, files); err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(files))
	errs := make([]error, len(names))
	each(len(names), func(i int) {
		if data := files[names[i]]; data != nil {
			errs[i] = put(filepath.Join(dir, filepath.FromSlash(names[i])), filepath.Dir(dir), data)
		}
	})
	return errors.Join(errs...)
}

// put writes a file unless it holds the same bytes already; halfway it stands in another folder.
func put(path, halfway string, data []byte) error {
	if info, err := os.Stat(path); err == nil && info.Size() == int64(len(data)) {
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			return nil
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("generated files: %w", err)
	}
	if err := replace(path, halfway, data); err != nil {
		return fmt.Errorf("generated files: %w", err)
	}
	return nil
}

// halfWritten begins the names of files that are not complete.
const halfWritten = "new-"

// replace writes a file in another folder first and moves it when it is complete, so that no
// reader, such as a preview, ever sees half of it.
func replace(path, halfway string, parts ...[]byte) error {
	temporary, err := os.CreateTemp(halfway, halfWritten+"*")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name()) // gone already if all went well
	_, err = temporary.Write(bytes.Join(parts, nil))
	if err := errors.Join(err, temporary.Chmod(0o644), temporary.Close()); err != nil {
		return err
	}
	return os.Rename(temporary.Name(), path)
}

// removeOthers deletes the files that an earlier build made and this one does not.
func removeOthers(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("generated files: %w", err)
	}
	var stale []string
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(path, dir+string(filepath.Separator)))
		if _, keep := files[name]; !keep {
			stale = append(stale, path)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("generated files: %w", err)
	}
	slices.Sort(stale)
	for _, path := range stale {
		if err := os.Remove(path); err != nil {
			return fmt.Errorf("generated files: %w", err)
		}
	}
	return nil
}
