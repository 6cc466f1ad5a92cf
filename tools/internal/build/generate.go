package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// generate writes what Hugo reads: records into build/data, public files into build/static.
func (r *run) generate(context.Context) error {
	m, err := r.draw()
	if err != nil {
		return err
	}
	records, err := site.Build(r.data, r.atlas, m.pages).Files()
	if err != nil {
		return err
	}
	static := m.files
	return errors.Join(
		sync(filepath.Join(r.Root, "build", "data"), records),
		sync(filepath.Join(r.Root, "build", "static"), static))
}

// sync makes a folder hold exactly these files (paths with slashes). Files that are already
// right are not touched, so that a live preview only sees what changed.
func sync(dir string, files map[string][]byte) error {
	if err := removeOthers(dir, files); err != nil {
		return err
	}
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("generated files: %w", err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return fmt.Errorf("generated files: %w", err)
		}
	}
	return nil
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
