package build

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
)

// indicatorCard is what a link to an indicator looks like on social networks.
func (p *press) indicatorCard(id string, world view, latest telling) {
	told := latest(p.english)
	p.add(p.pixels, "cards/"+id+".png", func(c *picture.Captioner) ([]byte, error) {
		told := latest(c)
		return raster.IndicatorCard(c.IndicatorCard(told), world.View, told)
	}, p.english.IndicatorCard(told), told, world.sum)
}

// cards are what links to countries look like.
func (p *press) cards() {
	for _, country := range p.views.list.Countries {
		id := strings.ToLower(country.ID)
		p.add(p.pixels, "cards/country/"+id+".png", func(c *picture.Captioner) ([]byte, error) {
			locator, err := p.views.locator()
			if err != nil {
				return nil, err
			}
			place, err := locator.View(country)
			if err != nil {
				return nil, err
			}
			return raster.CountryCard(c.CountryCard(id), place)
		}, p.english.CountryCard(id), p.views.boundaries, country)
	}
}
