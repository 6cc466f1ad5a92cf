package build

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
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

// pictures gives the files that stand alone, in English, by path. Only those that the cache does
// not hold are drawn; those that the ledger knows to be in place already come without their bytes.
func (r *run) pictures(m views, pages site.Pages, w *words.Words, cache *pictureCache, l *ledger) (map[string][]byte, error) {
	indicators := pages.Atlas.Indicators
	worded, errs := make([][]drawing, len(indicators)+1), make([]error, len(indicators)+1)
	each(len(worded), func(n int) {
		c := picture.NewCaptioner(w, pages)
		if n < len(indicators) {
			worded[n] = r.maps(m, c, pages.Indicators[indicators[n]], slices.Contains(pages.Atlas.Core, indicators[n]))
		} else {
			worded[n] = slices.Concat(r.places(m, c), r.cards(m, c))
		}
		errs[n] = c.Err()
	})
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	files, err := drawAll(slices.Concat(worded...), cache, l)
	return files, errors.Join(err, cache.prune(r.Now()))
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
	return newPictureCache(dir, goMod)
}

// pngWidth is enough to print a map 17 cm wide at 300 dots an inch.
const pngWidth = 2000

// maps are the maps of an indicator: the world and each region with the latest status, and the
// world once more for each period. The world's latest, and a core indicator's regions, come as
// pixels too. The world's latest is also its card.
func (r *run) maps(m views, c *picture.Captioner, i site.Indicator, core bool) []drawing {
	var list []drawing
	add := func(name string, v view, told carto.Map, pixels bool) {
		from := []any{v.sum, told}
		list = append(list, drawing{"maps/" + name + ".svg", from, func() ([]byte, error) {
			return carto.SVG(v.View, told), nil
		}})
		if pixels {
			list = append(list, drawing{"maps/" + name + ".png", from, func() ([]byte, error) {
				return raster.Map(v.View, told, pngWidth)
			}})
		}
	}
	latest := c.World(i)
	add(i.ID, m.world, latest, true)
	card := c.IndicatorCard(latest)
	list = append(list, drawing{"cards/" + i.ID + ".png", []any{card, latest, m.world.sum}, func() ([]byte, error) {
		return raster.IndicatorCard(card, m.world.View, latest)
	}})
	if i.Trend != nil {
		for _, year := range i.Trend.Years {
			add(fmt.Sprintf("%s-%d", i.ID, year.Period), m.world, c.Period(i, year.Period), false)
		}
	}
	for _, region := range r.data.Regions {
		add(i.ID+"-"+region.ID, m.regions[region.ID], c.Region(i, region.ID), core)
	}
	return list
}

// places are the surroundings of every country.
func (r *run) places(m views, c *picture.Captioner) []drawing {
	var list []drawing
	disclaimer := c.Say("boundaries_disclaimer", nil)
	for _, country := range m.list.Countries {
		title := c.Say("place_alt", map[string]any{"Country": r.data.Name(country.ID, "en")})
		from := []any{m.boundaries, country, title, disclaimer}
		list = append(list, drawing{"maps/place/" + strings.ToLower(country.ID) + ".svg", from, func() ([]byte, error) {
			locator, err := m.locator()
			if err != nil {
				return nil, err
			}
			return locator.Place(country, title, disclaimer)
		}})
	}
	return list
}

// drawAll draws on every core; what comes out does not depend on their number.
func drawAll(all []drawing, cache *pictureCache, l *ledger) (map[string][]byte, error) {
	pictures, errs := make([][]byte, len(all)), make([]error, len(all))
	each(len(all), func(i int) {
		if pictures[i], errs[i] = cache.picture(all[i], l); errs[i] != nil {
			errs[i] = fmt.Errorf("%s: %w", all[i].path, errs[i])
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
