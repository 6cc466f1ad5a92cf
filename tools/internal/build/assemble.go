package build

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// What is there already is laid out in folders within the stage while Hugo works beside them: it writes into files
// that exist, and these have other names elsewhere.
const (
	keptPages   = ".kept"
	publicFiles = ".public"
)

// laidOut tells the files of these folders from those that Hugo made.
func laidOut(file string) bool {
	folder, _, _ := strings.Cut(file, "/")
	return folder == keptPages || folder == publicFiles
}

// placeHeld lays out the pages that are taken from the cache.
func (r *run) placeHeld(held map[group]map[string]kept, used map[group]bool) error {
	files := map[string]kept{}
	for one := range used {
		maps.Copy(files, held[one])
	}
	paths := slices.Sorted(maps.Keys(files))
	errs := make([]error, len(paths))
	each(len(paths), func(i int) {
		errs[i] = files[paths[i]].place(filepath.Join(r.stage, keptPages, filepath.FromSlash(paths[i])))
	})
	for _, path := range paths {
		if strings.HasSuffix(path, ".html") {
			r.result.Reused++
		}
	}
	return errors.Join(errs...)
}

// publishStatic lays out the files that are published as they are. Those that the tool makes, which nobody edits,
// are linked.
func (r *run) publishStatic(folders []string) error {
	for _, folder := range folders {
		from := filepath.Join(r.Root, filepath.FromSlash(folder))
		files, err := filesBelow(from)
		if err != nil {
			return err
		}
		bring := copyFile
		if strings.HasPrefix(folder, "build/") {
			bring = link
		}
		errs := make([]error, len(files))
		each(len(files), func(i int) {
			errs[i] = bring(filepath.Join(from, filepath.FromSlash(files[i])), filepath.Join(r.stage, publicFiles, filepath.FromSlash(files[i])))
		})
		if err := errors.Join(errs...); err != nil {
			return fmt.Errorf("published files: %w", err)
		}
	}
	return nil
}

// filesBelow lists the files below a folder, with slashes.
func filesBelow(dir string) ([]string, error) {
	var files []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("files of the site: %w", err)
	}
	return files, nil
}

// gather puts what was laid out beside what Hugo made. What Hugo made stays, and of the rest pages go before files.
func (r *run) gather() error {
	for _, folder := range []string{keptPages, publicFiles} {
		from := filepath.Join(r.stage, folder)
		if err := errors.Join(moveInto(r.stage, from), os.RemoveAll(from)); err != nil {
			return fmt.Errorf("put the site together: %w", err)
		}
	}
	return nil
}

// moveInto moves what stands in a folder into another, folders whole where the other has none of that name.
func moveInto(to, from string) error {
	entries, err := os.ReadDir(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		source, target := filepath.Join(from, e.Name()), filepath.Join(to, e.Name())
		info, errThere := os.Lstat(target)
		switch {
		case errors.Is(errThere, fs.ErrNotExist):
			err = errors.Join(err, os.Rename(source, target))
		case errThere != nil:
			err = errors.Join(err, errThere)
		case e.IsDir() && info.IsDir():
			err = errors.Join(err, moveInto(target, source))
		}
	}
	return err
}

// link gives a file a second name; where the system cannot, it copies. What stands there stays,
// and is never written into: it may be another name of a file that is kept.
func link(from, to string) error {
	err := os.Link(from, to)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		err = os.Link(from, to)
	}
	if err == nil || errors.Is(err, fs.ErrExist) {
		return nil
	}
	return copyFile(from, to)
}

func copyFile(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Close())
}
