package realsite_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Every status leads to its source. On the country's own profile the entry with the anchor of
// the indicator holds a link to the publication that leads, and the place in it; a status
// outside that entry links to the anchor. On other pages a status links to that anchor, or its
// own row, or the worked case that it concludes, holds the link to the publication; an area of
// a map links to the profile. Where there are no data there is no source, but the profile has
// the anchor and says so.
func TestEveryStatusLeadsToItsSource(t *testing.T) {
	s, f := Built(t), newFaults(t)
	entries := map[string]*html.Node{}
	for _, p := range s.Pages {
		if kind(p.Path) == "country/…" {
			for _, n := range All(p.Doc, Has("id")) {
				entries[p.Path+"#"+Attr(n, "id")] = n
			}
		}
	}
	for _, p := range s.Pages {
		for _, n := range All(p.Doc, Has("data-status")) {
			country, indicator := Attr(n, "data-country"), Attr(n, "data-indicator")
			profile := "/country/" + strings.ToLower(country) + "/"
			entry := entries[profile+"#"+indicator]
			if entry == nil {
				f.addf("%s has no anchor %s", profile, indicator)
				continue
			}
			if fault := groundFault(s, p, n, entry, profile); fault != "" {
				f.addf("%s: %s %s (%s): %s", p.Path, country, indicator, wordsOf(n), fault)
			}
		}
	}
}

// groundFault says how a status fails to lead to its source; "" if it does.
func groundFault(s *Site, p *Page, n, entry *html.Node, profile string) string {
	sources := sourcesOf(s, n)
	for _, series := range s.Atlas.Series(Attr(n, "data-indicator"), Attr(n, "data-country")) {
		if source := "/sources/#" + series.Ground().Lead.Source; len(All(entry, Tag("a"), Is("href", source))) == 0 {
			return "the entry of the profile does not name " + source
		}
	}
	link, row := Closest(n, Tag("a")), Closest(n, func(m *html.Node) bool { return m.Data == "tr" || Class("example")(m) })
	anchor := profile + "#" + Attr(n, "data-indicator")
	switch {
	case Closest(n, func(m *html.Node) bool { return m == entry }) != nil:
		return ""
	case link != nil && Attr(link, "href") == anchor, link != nil && p.Path+Attr(link, "href") == anchor:
		return ""
	case link != nil && Closest(n, Tag("svg"), Class("map")) != nil && Attr(link, "href") == profile:
		return ""
	case Attr(n, "data-status") == "no-data":
		return ""
	case row != nil && slices.ContainsFunc(sources, func(source string) bool { return len(All(row, Tag("a"), Is("href", source))) > 0 }):
		return ""
	}
	return "it leads neither to " + anchor + " nor to its source"
}

// sourcesOf gives the links to the publications that a status may rest on: those that lead the
// latest status, or that of the year of a worked case.
func sourcesOf(s *Site, n *html.Node) []string {
	var list []string
	for _, series := range s.Atlas.Series(Attr(n, "data-indicator"), Attr(n, "data-country")) {
		list = append(list, "/sources/#"+series.Ground().Lead.Source)
		for _, c := range series.Periods {
			if Closest(n, Class("example")) != nil && strconv.Itoa(c.Period) == Attr(n, "data-period") {
				list = append(list, "/sources/#"+c.Lead.Source)
			}
		}
	}
	return list
}
