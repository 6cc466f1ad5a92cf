package build

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
)

// indicatorCard is what a link to an indicator looks like on social networks.
func (p *press) indicatorCard(id string, world view, latest telling) {
	told := latest(p.english).Unnamed()
	p.add(p.pixels, "cards/"+id+".png", func(c *picture.Captioner) ([]byte, error) {
		told := latest(c).Unnamed()
		return raster.IndicatorCard(c.IndicatorCard(told), world.View, told)
	}, p.english.IndicatorCard(told), told, world.sum)
}

// cards are what links to countries look like.
func (p *press) cards() {
	for _, country := range p.views.list.Countries {
		id := strings.ToLower(country.ID)
		around := p.surroundings(country)
		p.add(p.pixels, "cards/country/"+id+".png", func(c *picture.Captioner) ([]byte, error) {
			place, err := around()
			if err != nil {
				return nil, err
			}
			return raster.CountryCard(c.CountryCard(id), place)
		}, p.english.CountryCard(id), p.views.boundaries, country)
	}
}

// surroundings gives a country among its neighbours, from the cache if an earlier build has drawn it: its card
// is drawn again with each of its answers, and thinning the world's boundaries takes half a second.
func (p *press) surroundings(country carto.Country) func() (carto.View, error) {
	name, err := p.cache.name("surroundings", p.views.boundaries, country)
	if err != nil && p.err == nil {
		p.err = err
	}
	p.cache.use(name)
	return sync.OnceValues(func() (v carto.View, err error) {
		kept, err := p.cache.get(name, func() ([]byte, error) { return p.locate(country) })
		if err == nil {
			err = json.Unmarshal(kept, &v)
		}
		if err != nil {
			return v, fmt.Errorf("surroundings of %s: %w", country.ID, err)
		}
		return v, nil
	})
}

// locate draws a country among its neighbours, in the form in which that is kept.
func (p *press) locate(country carto.Country) ([]byte, error) {
	locator, err := p.views.locator()
	if err != nil {
		return nil, err
	}
	v, err := locator.View(country)
	if err != nil {
		return nil, err
	}
	return json.Marshal(v)
}
