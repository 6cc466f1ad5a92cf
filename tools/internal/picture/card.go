package picture

import (
	"fmt"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
)

// IndicatorCard words the card of an indicator from its map.
func (c *Captioner) IndicatorCard(m carto.Map) raster.Card {
	card := c.card(m.Title, m.Subtitle)
	for _, item := range m.Legend {
		card.Rows = append(card.Rows, raster.CardRow{Fill: item.Fill, Label: item.Label, Value: fmt.Sprint(item.Count)})
	}
	return card
}

// CountryCard words what the core indicators say of a country, by its code in addresses.
func (c *Captioner) CountryCard(id string) raster.Card {
	country := c.pages.Countries[id]
	card := c.card(country.Names[c.words.Lang()], "")
	if country.Region != "" {
		card.Subtitle = c.Say("region_"+country.Region, nil)
	}
	for _, id := range c.pages.Atlas.Core {
		if e := entryOf(country, id); e != nil {
			value := c.status(*e, c.pages.Indicators[id].Unit)
			card.Rows = append(card.Rows, raster.CardRow{Fill: fillOf(*e), Label: c.about(id, "title"), Value: value})
		}
	}
	return card
}

// card words what every card has.
func (c *Captioner) card(title, subtitle string) raster.Card {
	edition := c.pages.Atlas.Edition
	return raster.Card{
		Kicker: c.Say("site_name", nil), Title: title, Subtitle: subtitle,
		Footer: c.Say("card_footer", map[string]any{"Number": edition.Number, "Date": c.words.Date(edition.Date),
			"Address": strings.TrimSuffix(strings.TrimPrefix(edition.URL+c.words.Folder(), "https://"), "/")}),
		Disclaimer: c.Say("boundaries_disclaimer", nil),
	}
}
