package build

import (
	"fmt"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// cards are what links to countries look like on social networks.
func (r *run) cards(m views, c *captioner) []drawing {
	var list []drawing
	for _, country := range drawList(r.data).Countries {
		id := strings.ToLower(country.ID)
		card := c.countryCard(c.pages.Countries[id])
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

func (c *captioner) indicatorCard(m carto.Map) raster.Card {
	card := c.card(m.Title, m.Subtitle)
	for _, item := range m.Legend {
		card.Rows = append(card.Rows, raster.CardRow{Fill: item.Fill, Label: item.Label, Value: fmt.Sprint(item.Count)})
	}
	return card
}

func (c *captioner) countryCard(country site.Country) raster.Card {
	card := c.card(country.Names["en"], "")
	if country.Region != "" {
		card.Subtitle = c.say("region_"+country.Region, nil)
	}
	for _, id := range c.pages.Atlas.Core {
		if e := entryOf(country, id); e != nil {
			value := c.status(*e, c.pages.Indicators[id].Unit)
			card.Rows = append(card.Rows, raster.CardRow{Fill: fillOf(*e), Label: c.words.Indicator(id).Title, Value: value})
		}
	}
	return card
}

// card words what every card has.
func (c *captioner) card(title, subtitle string) raster.Card {
	edition := c.pages.Atlas.Edition
	return raster.Card{
		Kicker: edition.Title, Title: title, Subtitle: subtitle,
		Footer: c.say("card_footer", map[string]any{"Number": edition.Number, "Date": longDate(edition.Date),
			"Address": strings.TrimSuffix(strings.TrimPrefix(edition.URL, "https://"), "/")}),
		Disclaimer: c.say("boundaries_disclaimer", nil),
	}
}
