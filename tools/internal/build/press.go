package build

import (
	"fmt"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// press lists pictures.
type press struct {
	views   views
	english *picture.Captioner
	// in are all languages, English first, and pixels those in which maps and cards come as pixels.
	in, pixels []string
	cache      *pictureCache
	list       []plate
	err        error // the first failure
}

// plate is a picture in some languages. Its sum is a checksum of what it shows, words in English included.
type plate struct {
	in        []string
	path, sum string
	draw      func(*picture.Captioner) ([]byte, error)
}

// telling words a map.
type telling func(*picture.Captioner) carto.Map

// add lists a picture in some languages. It depends on these values, English words among them.
func (p *press) add(in []string, path string, draw func(*picture.Captioner) ([]byte, error), from ...any) {
	sum, err := p.cache.name("what is shown", from...)
	if err != nil && p.err == nil {
		p.err = err
	}
	p.list = append(p.list, plate{in, path, sum, draw})
}

// pngWidth is enough to print a map 17 cm wide at 300 dots an inch.
const pngWidth = 2000

// maps are the maps of an indicator: the world and each region with the latest status in every
// language, and in English the world once more for each period. The world's latest, and a core
// indicator's regions, come as pixels too. The world's latest is also its card.
func (p *press) maps(regions []dataset.Region, i site.Indicator, core bool) {
	world, latest := p.views.world, func(c *picture.Captioner) carto.Map { return c.World(i) }
	p.svg(p.in, i.ID, world, latest)
	p.png(p.pixels, i.ID, world, latest)
	p.indicatorCard(i.ID, world, latest)
	if i.Trend != nil {
		for _, year := range i.Trend.Years {
			p.svg(p.in[:1], fmt.Sprintf("%s-%d", i.ID, year.Period), world, func(c *picture.Captioner) carto.Map { return c.Period(i, year.Period) })
		}
	}
	for _, region := range regions {
		name, view, part := i.ID+"-"+region.ID, p.views.regions[region.ID], func(c *picture.Captioner) carto.Map { return c.Region(i, region.ID) }
		p.svg(p.in, name, view, part)
		if core {
			p.png(p.in[:1], name, view, part)
		}
	}
}

func (p *press) svg(in []string, name string, v view, tell telling) {
	p.add(in, "maps/"+name+".svg", func(c *picture.Captioner) ([]byte, error) {
		return carto.SVG(v.View, tell(c)), nil
	}, v.sum, tell(p.english))
}

func (p *press) png(in []string, name string, v view, tell telling) {
	p.add(in, "maps/"+name+".png", func(c *picture.Captioner) ([]byte, error) {
		return raster.Map(v.View, tell(c).Unnamed(), pngWidth)
	}, v.sum, tell(p.english).Unnamed())
}

// places are the surroundings of every country, which pages name in their own language.
func (p *press) places(d *dataset.Dataset) {
	for _, country := range p.views.list.Countries {
		title := func(c *picture.Captioner) [2]string {
			return [2]string{c.Say("place_alt", map[string]any{"Country": d.Name(country.ID, "en")}), c.Say("boundaries_disclaimer", nil)}
		}
		p.add(p.in[:1], "maps/place/"+strings.ToLower(country.ID)+".svg", func(c *picture.Captioner) ([]byte, error) {
			locator, err := p.views.locator()
			if err != nil {
				return nil, err
			}
			words := title(c)
			return locator.Place(country, words[0], words[1])
		}, p.views.boundaries, country, title(p.english))
	}
}
