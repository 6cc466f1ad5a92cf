package templates_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/net/html"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// What changed is counted in a sentence: none, one, several of each kind.
func TestChangesAreCounted(t *testing.T) {
	r := built(t, unchanged)
	for page, want := range map[string]string{
		"changes/index.html":               "Sources report 2 gains and 1 loss, in the years 2020 to 2024.",
		"changes/nsp/index.html":           "Sources report 0 gains and 1 loss, in the year 2024.",
		"changes/peer-naloxone/index.html": "Sources report 1 gain and 0 losses, in the year 2020.",
		"changes/oceania/index.html":       "Sources report no gain and no loss.",
		"changes/drug-checking/index.html": "Sources report no gain and no loss.",
	} {
		if got := Text(First(r.page(page), Class("lede"))); got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
	year := First(r.page("changes/index.html"), Is("id", "year-2024"))
	if got := Text(year); got != "2024 1 gain, 1 loss" {
		t.Errorf("head of a year %q", got)
	}
}

// entry is a change as its page shows it.
type entry struct{ to, from, source, place string }

// A loss stands in the same list as a gain, in the same words; nothing inferred or contested
// stands there.
func TestGainsAndLossesStandTogether(t *testing.T) {
	page := built(t, unchanged).page("changes/index.html")
	want := map[string]entry{
		"civ-dcr-2024":           {"yes in 2024", "no in 2018", "/sources/#review", "Table 2, row Côte d'Ivoire"},
		"civ-nsp-2024":           {"no in 2024", "yes in 2018", "/sources/#review", "Table 1, row Côte d'Ivoire"},
		"civ-peer-naloxone-2020": {"yes in 2020", "no in 2016", "/sources/#ministry", "p. 6"},
	}
	got := map[string]entry{}
	for _, n := range All(page, Tag("li"), Has("id")) {
		if section := Closest(n, Tag("section")); Attr(section, "aria-labelledby") == "newly-known" {
			continue
		}
		shown := All(n, Has("data-status"))
		if len(shown) != 2 {
			t.Fatalf("%s has %d statuses", Attr(n, "id"), len(shown))
		}
		got[Attr(n, "id")] = entry{Text(shown[0]), Text(shown[1]), Attr(First(n, Class("source")), "href"), Text(First(n, Class("locator")))}
		if words := Text(First(n, Class("change"))); !strings.HasSuffix(words, Text(shown[0])+", after "+Text(shown[1])) {
			t.Errorf("%s reads %q", Attr(n, "id"), words)
		}
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(entry{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A profile tells what changed there, what is newly known, and nothing where nothing is known.
func TestChangesOfAProfile(t *testing.T) {
	r := built(t, unchanged)
	section := func(page string) *html.Node { return First(r.page(page), Tag("section"), Class("changes")) }
	if got := Text(First(section("country/civ/index.html"), Tag("summary"))); got != "Newly known: 3 answers" {
		t.Errorf("newly known: %q", got)
	}
	if got := Text(First(section("country/ken/index.html"), Tag("p"))); got != "Sources report no gain and no loss. What counts as a change" {
		t.Errorf("without a change: %q", got)
	}
	if got := Text(section("country/nru/index.html")); got != "" {
		t.Errorf("without data: %q", got)
	}
}

// feed is what this test reads of an Atom feed.
type feed struct {
	ID      string     `xml:"http://www.w3.org/2005/Atom id"`
	Title   string     `xml:"http://www.w3.org/2005/Atom title"`
	Updated string     `xml:"http://www.w3.org/2005/Atom updated"`
	Links   []feedLink `xml:"http://www.w3.org/2005/Atom link"`
	Entries []struct {
		ID    string     `xml:"http://www.w3.org/2005/Atom id"`
		Title string     `xml:"http://www.w3.org/2005/Atom title"`
		Links []feedLink `xml:"http://www.w3.org/2005/Atom link"`
	} `xml:"http://www.w3.org/2005/Atom entry"`
}

type feedLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

func (r rendered) feed(name string) feed {
	r.t.Helper()
	var f feed
	if err := xml.Unmarshal([]byte(r.text(name)), &f); err != nil {
		r.t.Fatalf("%s: %v", name, err)
	}
	return f
}

// A feed is text whatever names hold, its addresses are whole, and an entry keeps its identifier
// for ever: the one below may never change, wherever the site stands.
func TestFeed(t *testing.T) {
	r := built(t, func(files map[string]string) {
		replace(t, files, "config.toml", `baseURL = "/"`, `baseURL = "https://example.org/atlas/"`)
	})
	const name = `“Côte d'Ivoire” & <b>"Кот-д’Ивуар"</b>, 科特迪瓦: a name that is much longer than any line of a table should have to hold`
	f := r.feed("changes/nsp/feed.xml")
	want := feed{ID: f.ID, Title: "What changed: Needle and syringe programmes – Atlas of Harm Reduction", Updated: "2026-11-22T00:00:00Z",
		Links: []feedLink{{"self", "https://example.org/atlas/changes/nsp/feed.xml"}, {"alternate", "https://example.org/atlas/changes/nsp/"}}}
	if diff := cmp.Diff(want, f, cmpopts.IgnoreFields(feed{}, "Entries")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	titles := []string{name + ", Needle and syringe programmes: no in 2024, after yes in 2018",
		"Kenya, Needle and syringe programmes: newly known, yes in 2024", name + ", Needle and syringe programmes: newly known, yes in 2018"}
	for i, e := range f.Entries {
		if i >= len(titles) || e.Title != titles[i] {
			t.Errorf("entry %d: %q", i, e.Title)
		}
	}
	if len(f.Entries) != len(titles) {
		t.Fatalf("%d entries", len(f.Entries))
	}
	links := []feedLink{{"alternate", "https://example.org/atlas/country/civ/#nsp"}, {"via", "https://review.example/"}}
	if diff := cmp.Diff(links, f.Entries[0].Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	const id = "urn:uuid:b204ae28-56b3-8b20-a897-980305ebcddc"
	if got := f.Entries[0].ID; got != id {
		t.Errorf("identifier %s, want %s", got, id)
	}
	elsewhere := built(t, unchanged)
	if got := elsewhere.feed("country/civ/feed.xml"); got.Entries[0].ID != id {
		t.Errorf("on the profile the entry has the identifier %s", got.Entries[0].ID)
	}
	if got := elsewhere.feed("country/nru/feed.xml"); len(got.Entries) != 0 || got.ID == f.ID {
		t.Errorf("without data: %d entries, identifier %s", len(got.Entries), got.ID)
	}
}

// Feed readers find the feed from the page about the same thing.
func TestPagesNameTheirFeed(t *testing.T) {
	r := built(t, unchanged)
	for page, want := range map[string]string{
		"index.html": "/changes/feed.xml", "changes/index.html": "/changes/feed.xml", "changes/nsp/index.html": "/changes/nsp/feed.xml",
		"indicator/nsp/index.html": "/changes/nsp/feed.xml", "region/oceania/index.html": "/changes/oceania/feed.xml",
		"country/ken/index.html": "/country/ken/feed.xml", "indicator/nsp-sites/index.html": "", "about/index.html": "",
	} {
		got := Attr(First(r.page(page), Tag("link"), Is("type", "application/atom+xml")), "href")
		if got != want {
			t.Errorf("%s names %q, want %q", page, got, want)
		}
	}
}
