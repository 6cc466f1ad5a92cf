// Package contrast draws the maps that a change of the data alters, before and after.
package contrast

import (
	"fmt"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// pngWidth fills the screen of a phone, and is half of what a printed map needs.
const pngWidth = 1000

// Maps gives the world's maps of indicators as the site would publish them from two data sets
// that keep every rule, by file: nsp-before.svg, nsp-after.svg, and the same as pixels, since
// phones do not show an SVG that was downloaded. The words are those of now.
func Maps(old, new *dataset.Dataset, w *words.Words, indicators []string) (map[string][]byte, error) {
	files := map[string][]byte{}
	if len(indicators) == 0 {
		return files, nil
	}
	for _, s := range []side{{"before", "Before: ", old}, {"after", "After: ", new}} {
		if err := s.draw(files, w, indicators); err != nil {
			return nil, fmt.Errorf("maps %s: %w", s.name, err)
		}
	}
	return files, nil
}

// side is one of the two states of the data. Its title tells pictures apart that somebody took
// out of their folder.
type side struct {
	name, title string
	data        *dataset.Dataset
}

func (s side) draw(files map[string][]byte, w *words.Words, indicators []string) error {
	g := picture.GroundOf(s.data)
	topology, err := g.Topology()
	if err != nil {
		return err
	}
	world := carto.World(topology, g.List)
	pages := site.Build(s.data, status.Of(s.data), site.Maps{})
	c := picture.NewCaptioner(w, pages)
	for _, id := range indicators {
		told := c.World(page(pages, id))
		told.Title = s.title + told.Title
		name := id + "-" + s.name
		files[name+".svg"] = carto.SVG(world, told)
		if files[name+".png"], err = raster.Map(world, told, pngWidth); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return c.Err()
}

// page gives an indicator's page; before an indicator came, nothing was known of it anywhere.
func page(pages site.Pages, id string) site.Indicator {
	if i, known := pages.Indicators[id]; known {
		return i
	}
	return site.Indicator{ID: id}
}
