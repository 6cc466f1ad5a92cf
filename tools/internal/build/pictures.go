package build

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// drawing is a picture yet to be drawn.
type drawing struct {
	path string
	// from is everything that the picture depends on.
	from []any
	draw func() ([]byte, error)
}

// pictures gives the files that stand alone, by path. Only those that the cache does not hold are
// drawn; those that are in place come without their bytes.
func (r *run) pictures(p public) (map[string][]byte, error) {
	english := p.words[0].Noting()
	plates, err := r.word(p.views, p.pages, english, p.cache)
	if err != nil {
		return nil, err
	}
	in, err := languages(p.words, english, p.pages, p.cache)
	if err != nil {
		return nil, err
	}
	var drawings []drawing
	for _, plate := range plates {
		for _, lang := range plate.in {
			drawings = append(drawings, in[lang].drawing(plate))
		}
	}
	files, err := drawAll(drawings, p.cache, p.ledger)
	if r.freezing {
		return files, err // whose pictures are but some of those of the next build
	}
	return files, errors.Join(err, p.cache.prune(r.Now()))
}

// word words every picture in English, whether it will be drawn or not.
func (r *run) word(m views, pages site.Pages, english *words.Words, cache *pictureCache) ([]plate, error) {
	in := r.spoken()
	pixels := slices.DeleteFunc(slices.Clone(in), func(lang string) bool { return !slices.Contains(pages.Atlas.Pixels, lang) })
	indicators := pages.Atlas.Indicators
	worded, errs := make([][]plate, len(indicators)+1), make([]error, len(indicators)+1)
	each(len(worded), func(n int) {
		p := press{views: m, english: picture.NewCaptioner(english, pages), in: in, pixels: pixels, cache: cache}
		if n < len(indicators) {
			p.maps(r.data.Regions, pages.Indicators[indicators[n]], slices.Contains(pages.Atlas.Core, indicators[n]))
		} else {
			p.places(r.data)
			p.cards()
		}
		worded[n], errs[n] = p.list, errors.Join(p.err, p.english.Err())
	})
	return slices.Concat(worded...), errors.Join(errs...)
}

// each does n pieces of work on every core. They must not depend on each other.
func each(n int, do func(i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}

func (r *run) openCache() (*pictureCache, error) {
	goMod, err := os.ReadFile(filepath.Join(r.Root, "go.mod"))
	if err != nil {
		return nil, fmt.Errorf("picture cache: %w", err)
	}
	dir := r.Cache
	if dir == "" {
		dir = filepath.Join(r.Root, "build", "cache", "pictures")
	}
	cache, err := newPictureCache(dir, goMod)
	if err == nil {
		cache.fresh = r.Fresh
	}
	return cache, err
}

// drawAll draws on every core; what comes out does not depend on their number. Each picture is put
// in its place at once where the ledger knows one, so that not all of them are held in memory.
func drawAll(all []drawing, cache *pictureCache, l *ledger) (map[string][]byte, error) {
	pictures, errs := make([][]byte, len(all)), make([]error, len(all))
	each(len(all), func(i int) {
		if pictures[i], errs[i] = cache.picture(all[i], l); errs[i] != nil {
			errs[i] = fmt.Errorf("%s: %w", all[i].path, errs[i])
		} else if pictures[i] != nil && l.dir != "" {
			errs[i], pictures[i] = put(filepath.Join(l.dir, filepath.FromSlash(all[i].path)), filepath.Dir(l.dir), pictures[i]), nil
		}
	})
	files := make(map[string][]byte, len(all))
	for i, d := range all {
		files[d.path] = pictures[i]
	}
	return files, errors.Join(errs...)
}

// picture gives a picture, or nothing where it is in place already.
func (c *pictureCache) picture(d drawing, l *ledger) ([]byte, error) {
	name, err := c.name(d.path, d.from...)
	if err != nil {
		return nil, err
	}
	if l.enter(d.path, name) {
		c.use(name)
		return nil, nil
	}
	return c.get(name, d.draw)
}
