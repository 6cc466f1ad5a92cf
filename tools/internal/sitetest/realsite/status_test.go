package realsite_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Every status on every page is what the data conclude: the attributes that machines read, the
// words that people read, and the colour or pattern. No page says "no" where the data say
// unknown or nothing, and no old or inferred yes reads like a fresh one.
func TestEveryStatusIsConcluded(t *testing.T) {
	s, f := Built(t), newFaults(t)
	seen := map[string]int{}
	for _, p := range s.Pages {
		for _, n := range All(p.Doc, Has("data-status")) {
			seen[kind(p.Path)+" "+Attr(n, "data-status")]++
			got, want := shownAt(n), concluded(s, n)
			if !slices.Contains(want, got) {
				f.addf("%s shows %+v\nthe data say %+v", p.Path, got, want)
			}
		}
	}
	for _, state := range []string{"yes", "no", "unknown", "no-data", "value"} {
		for _, kind := range []string{"country/…", "indicator/…"} {
			if seen[kind+" "+state] == 0 {
				t.Errorf("no page %s shows %q: what is tested here?", kind, state)
			}
		}
	}
	t.Log(seen)
}

// shown is all that a status tells.
type shown struct {
	country, indicator, state, period string
	stale                             bool
	words                             string
	fill                              string // of an availability; of a number its kind of fill
}

func shownAt(n *html.Node) shown {
	return shown{Attr(n, "data-country"), Attr(n, "data-indicator"), Attr(n, "data-status"), Attr(n, "data-period"),
		HasAttr(n, "data-stale"), wordsOf(n), fillOf(n)}
}

// wordsOf gives the words of a status: its text, the name of its area on a map without that of
// the country, or the head of the row in which countries are listed by name only.
func wordsOf(n *html.Node) string {
	if titles := All(n, Tag("title")); len(titles) == 1 {
		words := publicationCount.ReplaceAllString(Text(titles[0]), "")
		return strings.TrimSpace(words[strings.LastIndex(words, ": ")+1:])
	}
	if row := Closest(n, Tag("tr"), Class("silent")); row != nil {
		return Text(First(row, Tag("th")))
	}
	return Text(n)
}

// fillOf gives the colour or pattern of a status as class and additions: "no", "yes-stale",
// "value-hatched" for any class of numbers, "range" for a range that no class holds.
func fillOf(n *html.Node) string {
	areas := All(n, Class("area"))
	if len(areas) == 0 {
		return ""
	}
	fill := strings.TrimSuffix(strings.TrimPrefix(Attr(areas[0], "fill"), "url(#"), ")")
	if fill == "" {
		fill = strings.TrimPrefix(Attr(areas[0], "class"), "area f-")
	}
	return numberClass.ReplaceAllString(fill, "value$1")
}

// publicationCount ends the name of an area.
var publicationCount = regexp.MustCompile(`, \d+ publications?$`)

var numberClass = regexp.MustCompile(`^q[1-5](-|$)`)

// concluded gives what the data allow a status to tell: that of the headline; where a page
// shows figures that do not stand for the country, that of one of those; where it tells what
// differs from an edition, that of any series; and where it tells of a change or of history, or
// that on the method works a case, that of any year.
func concluded(s *Site, n *html.Node) []shown {
	country, indicator := Attr(n, "data-country"), Attr(n, "data-indicator")
	headline, known := s.Atlas.Headline(indicator, country)
	difference := Closest(n, Class("difference")) != nil
	var list []shown
	switch {
	case difference, Closest(n, func(m *html.Node) bool { return Class("other")(m) || Class("apart")(m) }) != nil:
		for _, series := range s.Atlas.Series(indicator, country) {
			if difference || !known || series.Basis != headline.Basis {
				list = append(append(list, tell(n, series)), eachYear(n, series)...)
			}
		}
		return list
	case Closest(n, Class("history")) != nil:
		return eachYear(n, headline)
	case !known:
		return []shown{{country: country, indicator: indicator, state: "no-data", words: "No data", fill: whereDrawn(n, "none")}}
	case Closest(n, Class("changes")) != nil:
		for _, c := range headline.Periods {
			words := fmt.Sprintf("%s in %d", c.State, c.Period)
			list = append(list, shown{country: country, indicator: indicator, state: string(c.State), period: strconv.Itoa(c.Period), words: words})
		}
		return list
	case Closest(n, Class("example")) != nil:
		list = eachYear(n, headline)
	}
	return append(list, tell(n, headline))
}

// eachYear tells the years of a series one by one.
func eachYear(n *html.Node, series status.Series) []shown {
	var list []shown
	for _, c := range series.Periods {
		list = append(list, tell(n, alone(c)))
	}
	return list
}

// alone is the series of a single year.
func alone(c status.Conclusion) status.Series {
	s := status.Series{Indicator: c.Indicator, Country: c.Country, Basis: c.Basis, Latest: c, StatedPeriod: c.Period,
		Earlier: status.Conclusion{State: status.NoData}}
	if c.Derived {
		s.StatedPeriod = 0
	}
	return s
}

func tell(n *html.Node, series status.Series) shown {
	fill := string(series.Latest.State)
	if strings.HasPrefix(fillOf(n), "range") && series.Latest.Lead.Value == "" {
		fill = "range"
	} else if strings.HasSuffix(series.Basis, "+alcohol") {
		fill += "-hatched"
	}
	if series.Stale {
		fill += "-stale"
	}
	return shown{series.Country, series.Indicator, string(series.Latest.State), year(series), series.Stale,
		sentence(series), whereDrawn(n, fill)}
}

// whereDrawn gives the fill if the status is drawn at all: in some cells it is a word only.
func whereDrawn(n *html.Node, fill string) string {
	if fillOf(n) == "" {
		return ""
	}
	return fill
}
