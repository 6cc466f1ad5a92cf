package build

import (
	"context"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"
)

// pages makes what the site consists of and puts it together. While Hugo works, which begins on one core, pictures are
// drawn, what is there already is laid out beside, and the site that the last build replaced is taken away.
func (r *run) pages(ctx context.Context) error {
	folders := r.settings.takeStatic()
	all, ctx := errgroup.WithContext(ctx)
	all.Go(func() error { return r.made(ctx) })
	all.Go(func() error {
		if err := r.writeStatic(r.public); err != nil {
			return err
		}
		return r.publishStatic(folders)
	})
	all.Go(func() error { r.discard(); return nil })
	if err := all.Wait(); err != nil {
		return err
	}
	if err := r.gather(); err != nil || r.freezing {
		return err
	}
	return r.tellServers()
}

// made makes the pages or takes them from the cache.
func (r *run) made(ctx context.Context) error {
	in, err := r.inputs()
	if err != nil {
		return err
	}
	g := groupsOf(r.settings.languages(), in, r.reads, r.read())
	cache := openPageCache(filepath.Join(r.Root, "build", "cache", "pages"))
	held := map[group]map[string]kept{}
	if !r.Fresh && !r.freezing {
		held = cache.held(g.keys)
	}
	used := g.together(names(held))
	all, ctx := errgroup.WithContext(ctx)
	all.Go(func() error { return r.placeHeld(held, used) })
	if len(used) < len(g.keys) {
		all.Go(func() error {
			if err := r.makeOthers(ctx, g, used); err != nil {
				return err
			}
			return r.remember(cache, g, used, in)
		})
	}
	return all.Wait()
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
		if one := g.of(file); !laidOut(file) && !used[one] {
			made[one] = append(made[one], file)
		}
	}
	if err := os.MkdirAll(cache.dir, 0o755); err == nil {
		_ = cache.keep(r.stage, made, g.keys, used)
	}
	return nil
}
