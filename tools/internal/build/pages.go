package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// pages puts the site together: what Hugo makes of records and words, as far as it is not the same
// as in an earlier build, and the files that are published as they are. Hugo begins on one core, by reading,
// so pictures are drawn meanwhile.
func (r *run) pages(ctx context.Context) error {
	folders := r.settings.takeStatic()
	both, ctx := errgroup.WithContext(ctx)
	both.Go(func() error { return r.made(ctx) })
	both.Go(func() error { return r.writeStatic(r.public) })
	if err := both.Wait(); err != nil {
		return err
	}
	if err := r.publishStatic(folders); err != nil || r.freezing {
		return err
	}
	return r.tellServers()
}

// made makes the pages or takes them from the cache.
func (r *run) made(ctx context.Context) error {
	in, err := r.inputs()
	reads, errReads := r.records.Reads()
	if err := errors.Join(err, errReads); err != nil {
		return err
	}
	g := groupsOf(r.settings.languages(), in, reads, r.read())
	cache := openPageCache(filepath.Join(r.Root, "build", "cache", "pages"))
	held := map[group]map[string]kept{}
	if !r.Fresh && !r.freezing {
		held = cache.held(g.keys)
	}
	used := g.together(names(held))
	if len(used) < len(g.keys) {
		if err := r.makeOthers(ctx, g, used); err != nil {
			return err
		}
		if err := r.remember(cache, g, used, in); err != nil {
			return err
		}
	}
	return r.placeHeld(held, used)
}

// read gives a checksum of everything that templates can read of the data.
func (r *run) read() sum { return sumOfParts([][]byte{r.written[:], r.descriptor}) }

func names(held map[group]map[string]kept) map[group]bool {
	set := map[group]bool{}
	for g := range held {
		set[g] = true
	}
	return set
}

func (r *run) inputs() (inputs, error) {
	return readInputs(r.Root, r.settings.languages(), append([]string{r.settings.text, r.base()}, hugoArguments...)...)
}

// makeOthers has Hugo make the pages that are not taken from the cache.
func (r *run) makeOthers(ctx context.Context, g groups, used map[group]bool) error {
	segments := r.settings.leave(g, used)
	switch {
	case r.freezing:
		segments = r.settings.frames()
	case len(used) == 0:
		segments = nil
	}
	if err := r.settings.write(r.Root); err != nil {
		return err
	}
	return r.hugo(ctx, settingsFile, segments)
}

// remember keeps what Hugo made, unless somebody changed a file meanwhile: then nobody knows what
// the pages were made of. A cache that cannot be written is no reason to have no site.
func (r *run) remember(cache *pageCache, g groups, used map[group]bool, before inputs) error {
	files, err := filesBelow(r.stage)
	if err != nil || r.freezing {
		return err
	}
	if now, err := r.inputs(); err != nil || !now.same(before) {
		return err
	}
	made := map[group][]string{}
	for one := range g.keys {
		if !used[one] {
			made[one] = nil // a page may be missing in a language; that is to be known too
		}
	}
	for _, file := range files {
		if one := g.of(file); !used[one] {
			made[one] = append(made[one], file)
		}
	}
	if err := os.MkdirAll(cache.dir, 0o755); err == nil {
		_ = cache.keep(r.stage, made, g.keys, used)
	}
	return nil
}

// placeHeld puts what is taken from the cache into the stage.
func (r *run) placeHeld(held map[group]map[string]kept, used map[group]bool) error {
	files := map[string]kept{}
	for one := range used {
		maps.Copy(files, held[one])
	}
	paths := slices.Sorted(maps.Keys(files))
	errs := make([]error, len(paths))
	each(len(paths), func(i int) {
		errs[i] = files[paths[i]].place(filepath.Join(r.stage, filepath.FromSlash(paths[i])))
	})
	for _, path := range paths {
		if strings.HasSuffix(path, ".html") {
			r.result.Reused++
		}
	}
	return errors.Join(errs...)
}

// publishStatic puts the files into the stage that are published as they are. Those that the tool
// makes, which nobody edits, are linked.
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
			errs[i] = bring(filepath.Join(from, filepath.FromSlash(files[i])), filepath.Join(r.stage, filepath.FromSlash(files[i])))
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
