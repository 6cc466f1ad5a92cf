package build

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
)

// cards are what links to countries look like on social networks.
func (r *run) cards(m views, c *picture.Captioner) []drawing {
	var list []drawing
	for _, country := range m.list.Countries {
		id := strings.ToLower(country.ID)
		card := c.CountryCard(id)
		list = append(list, drawing{"cards/country/" + id + ".png", []any{card, m.boundaries, country}, func() ([]byte, error) {
			locator, err := m.locator()
			if err != nil {
				return nil, err
			}
			place, err := locator.View(country)
			if err != nil {
				return nil, err
			}
			return raster.CountryCard(card, place)
		}})
	}
	return list
}
