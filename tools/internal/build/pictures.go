package build

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/words"
)

// pictures draws the files that stand alone, in English: the world map of every indicator and
// the place of every country.
func (r *run) pictures(m maps, pages site.Pages, w *words.Words) (map[string][]byte, error) {
	var drawn []drawing
	for _, id := range pages.Atlas.Indicators {
		drawn = append(drawn, drawing{"maps/" + id + ".svg", func() ([]byte, error) {
			c := captioner{w, nil}
			picture := c.picture(pages.Indicators[id], pages)
			return carto.SVG(m.world, picture), c.err
		}})
	}
	for _, country := range drawList(r.data).Countries {
		name := r.data.Name(country.ID, "en")
		drawn = append(drawn, drawing{"maps/place/" + strings.ToLower(country.ID) + ".svg", func() ([]byte, error) {
			return place(m, country, name, w)
		}})
	}
	return drawAll(drawn)
}

// place draws where a country lies.
func place(m maps, country carto.Country, name string, w *words.Words) ([]byte, error) {
	c := captioner{w, nil}
	title := c.say("place_alt", map[string]any{"Country": name})
	disclaimer := c.say("boundaries_disclaimer", nil)
	if c.err != nil {
		return nil, c.err
	}
	return m.locator.Place(country, title, disclaimer)
}

// drawing is a picture yet to be drawn.
type drawing struct {
	path string
	draw func() ([]byte, error)
}

// drawAll draws on every core; what comes out does not depend on their number.
func drawAll(all []drawing) (map[string][]byte, error) {
	pictures, errs := make([][]byte, len(all)), make([]error, len(all))
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(all); i = int(next.Add(1)) - 1 {
				if pictures[i], errs[i] = all[i].draw(); errs[i] != nil {
					errs[i] = fmt.Errorf("%s: %w", all[i].path, errs[i])
				}
			}
		})
	}
	group.Wait()
	files := make(map[string][]byte, len(all))
	for i, d := range all {
		files[d.path] = pictures[i]
	}
	return files, errors.Join(errs...)
}

// captioner words a picture and keeps the first error, so that the wording reads as one piece.
type captioner struct {
	words *words.Words
	err   error
}

func (c *captioner) say(key string, values map[string]any) string {
	text, err := c.words.Get(key, values)
	c.err = errors.Join(c.err, err)
	return text
}

func (c *captioner) picture(i site.Indicator, pages site.Pages) carto.Map {
	edition := pages.Atlas.Edition
	m := carto.Map{
		Title: c.words.Indicator(i.ID).Title, Subtitle: c.words.Indicator(i.ID).Question,
		Source:     c.say("picture_source", map[string]any{"Title": edition.Title, "Number": edition.Number, "Address": edition.URL + "indicator/" + i.ID + "/"}),
		Date:       c.say("map_note", map[string]any{"Date": longDate(edition.Date)}),
		Disclaimer: c.say("boundaries_disclaimer", nil),
		Status:     map[string]carto.Class{}, Stale: map[string]bool{}, Hatched: map[string]bool{}, Names: map[string]string{},
	}
	for id, country := range pages.Countries {
		entry, known := i.Entries[id]
		if !known {
			entry.State = "no-data"
		}
		m.Names[country.ISO3] = country.Names["en"] + ": " + c.status(entry, i.Unit)
		m.Status[country.ISO3] = entry.Class
		m.Stale[country.ISO3], m.Hatched[country.ISO3] = entry.Stale, entry.Alcohol
	}
	m.Legend = c.legend(i)
	return m
}

// status words an entry as the template fn/status.html does.
func (c *captioner) status(e site.Entry, unit string) string {
	if e.State == "no-data" {
		return c.say("status_no-data", nil)
	}
	word := c.say("status_"+e.State, nil)
	if e.Number != nil {
		word = c.number(*e.Number, unit)
	}
	how := "stated"
	switch {
	case e.State == "unknown":
		how = "unknown"
	case e.Inferred:
		how = "inferred"
	case e.Stale:
		how = "stale"
	}
	text := c.say("phrase_"+how, map[string]any{"Status": word, "Year": e.Year})
	if e.Earlier != nil {
		before := strings.ToLower(c.say("status_"+e.Earlier.State, nil))
		text = c.say("phrase_earlier", map[string]any{"Now": text, "Status": before, "Year": e.Earlier.Year})
	}
	return text
}

func (c *captioner) number(n site.Number, unit string) string {
	var text string
	var most float64
	switch {
	case n.Value != nil:
		text, most = figure(*n.Value), n.Value.N
	case n.Low != nil && n.High != nil:
		text, most = figure(*n.Low)+"–"+figure(*n.High), n.High.N
	case n.High != nil:
		text, most = c.say("number_up_to", map[string]any{"High": figure(*n.High)}), n.High.N
	case n.Low != nil:
		text, most = c.say("number_at_least", map[string]any{"Low": figure(*n.Low)}), n.Low.N
	}
	return c.say("unit_"+unit, map[string]any{"Count": most, "Number": text})
}

// figure writes a number with the decimals of its source, as English does.
func figure(f site.Figure) string {
	return message.NewPrinter(language.English).Sprint(number.Decimal(f.N, number.Scale(f.Decimals)))
}

func longDate(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format("2 January 2006")
}
