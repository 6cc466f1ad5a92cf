package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// pageCache keeps the files that Hugo made between builds, by groups. Files are called after their
// checksum, and read through before they are used again unless their size and time are still those that they
// had when they were put in, as Git does; the list of what each group consists of begins with a checksum of
// itself and is replaced whole. So nothing that was cut short, damaged or left by a build that failed is ever
// taken for a page.
type pageCache struct {
	dir string
	mu  sync.Mutex // for putting files in
	// lists give for the key of each group its files, by path in the site.
	lists map[string]map[string]listed
}

// listed is a file as it was put in: its checksum, its size and the time of its last change in nanoseconds.
type listed struct {
	Sum  string
	Size int64
	Time int64
}

// listFile holds the lists. No checksum is called so.
const listFile = "groups"

// openPageCache reads what an earlier build left in a folder, if anything that can be trusted.
func openPageCache(dir string) *pageCache {
	c := &pageCache{dir: dir}
	data, err := os.ReadFile(filepath.Join(dir, listFile))
	if err != nil || len(data) < sha256.Size {
		return c
	}
	want := sha256.Sum256(data[sha256.Size:])
	if !bytes.Equal(want[:], data[:sha256.Size]) || json.Unmarshal(data[sha256.Size:], &c.lists) != nil {
		c.lists = nil
	}
	return c
}

// kept is a file of the cache as it was when it was read through.
type kept struct {
	file string
	info os.FileInfo
}

// held gives the groups that the cache holds whole, and the files of each by path in the site.
func (c *pageCache) held(keys map[group]string) map[group]map[string]kept {
	all := slices.Collect(maps.Keys(keys))
	found := make([]map[string]kept, len(all))
	each(len(all), func(i int) {
		if list, ok := c.lists[keys[all[i]]]; ok {
			found[i] = c.whole(list)
		}
	})
	held := map[group]map[string]kept{}
	for i, files := range found {
		if files != nil {
			held[all[i]] = files
		}
	}
	return held
}

// whole gives the files of a list, or nil if one of them is not as it was.
func (c *pageCache) whole(list map[string]listed) map[string]kept {
	files := make(map[string]kept, len(list))
	for path, l := range list {
		file := filepath.Join(c.dir, l.Sum)
		info, err := os.Lstat(file)
		if err != nil || !l.is(file, info) {
			return nil
		}
		files[path] = kept{file, info}
	}
	return files
}

// is tells that a file still holds what was put in.
func (l listed) is(file string, info os.FileInfo) bool {
	if info.Mode().IsRegular() && info.Size() == l.Size && info.ModTime().UnixNano() == l.Time {
		return true
	}
	sum, err := sumOfFile(file)
	return err == nil && sum == l.Sum
}

func sumOfFile(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
}

// place puts a file of the cache into a site, unless Hugo has made it there.
func (k kept) place(path string) error {
	if err := link(k.file, path); err != nil {
		return err
	}
	info, err := os.Lstat(k.file)
	if err != nil || info.Size() != k.info.Size() || info.ModTime() != k.info.ModTime() {
		return fmt.Errorf("page cache: %s changed during the build: %w", k.file, errors.Join(err, errStirred))
	}
	return nil
}

var errStirred = errors.New("build again")

// keep adds the files of groups, which stand in a finished site, to those of the groups that are
// used again, and forgets all others.
func (c *pageCache) keep(stage string, made map[group][]string, keys map[group]string, used map[group]bool) error {
	lists := map[string]map[string]listed{}
	for g := range used {
		lists[keys[g]] = c.lists[keys[g]]
	}
	all := slices.Collect(maps.Keys(made))
	found, errs := make([]map[string]listed, len(all)), make([]error, len(all))
	each(len(all), func(i int) { found[i], errs[i] = c.add(stage, made[all[i]]) })
	for i, list := range found {
		lists[keys[all[i]]] = list
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("page cache: %w", err)
	}
	c.lists = lists
	if err := c.write(); err != nil {
		return err
	}
	return c.prune()
}

// prune removes what no list names.
func (c *pageCache) prune() error {
	named := map[string]bool{listFile: true}
	for _, list := range c.lists {
		for _, l := range list {
			named[l.Sum] = true
		}
	}
	entries, err := os.ReadDir(c.dir)
	for _, e := range entries {
		if !named[e.Name()] {
			err = errors.Join(err, os.Remove(filepath.Join(c.dir, e.Name())))
		}
	}
	if err != nil {
		return fmt.Errorf("page cache: %w", err)
	}
	return nil
}

// add keeps files of a site and lists them.
func (c *pageCache) add(stage string, paths []string) (map[string]listed, error) {
	list := make(map[string]listed, len(paths))
	for _, path := range paths {
		file := filepath.Join(stage, filepath.FromSlash(path))
		name, err := sumOfFile(file)
		if err != nil {
			return nil, err
		}
		if err := c.put(file, name); err != nil {
			return nil, err
		}
		info, err := os.Lstat(filepath.Join(c.dir, name))
		if err != nil {
			return nil, err
		}
		list[path] = listed{name, info.Size(), info.ModTime().UnixNano()}
	}
	return list, nil
}

// put keeps a file under its checksum. What stands there already may be damaged.
func (c *pageCache) put(file, name string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	to, temporary := filepath.Join(c.dir, name), filepath.Join(c.dir, halfWritten+name)
	if err := errors.Join(removeIfThere(temporary), link(file, temporary)); err != nil {
		return err
	}
	if err := os.Rename(temporary, to); err != nil {
		return err
	}
	return removeIfThere(temporary) // renaming between two names of one file does nothing
}

func removeIfThere(file string) error {
	if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// write replaces the lists whole.
func (c *pageCache) write() error {
	data, err := json.Marshal(c.lists)
	if err != nil {
		return fmt.Errorf("page cache: %w", err)
	}
	s := sha256.Sum256(data)
	temporary := filepath.Join(c.dir, halfWritten+listFile)
	if err := os.WriteFile(temporary, append(s[:], data...), 0o644); err != nil {
		return fmt.Errorf("page cache: %w", err)
	}
	if err := os.Rename(temporary, filepath.Join(c.dir, listFile)); err != nil {
		return fmt.Errorf("page cache: %w", err)
	}
	return nil
}
