package realsite_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// citedPages are some of each kind, with the names of their citations.
var citedPages = map[string]string{"/country/ken/": "ken", "/country/civ/": "civ", "/country/cod/": "cod", "/country/tur/": "tur",
	"/indicator/nsp/": "nsp", "/indicator/women-in-treatment/": "women-in-treatment",
	"/region/asia/": "asia", "/region/latin-america-and-the-caribbean/": "latin-america-and-the-caribbean", "/data/": "atlas"}

// differences are where the sentences of the pages depart from what the styles make of the files,
// and why: what a style sets is replaced by what a page says.
func differences(publisher, edition string) map[string]*strings.Replacer {
	return map[string]*strings.Replacer{
		"apa": strings.NewReplacer(
			// A page that will change is cited with the day of reading (Publication Manual, 9.16), and a
			// publisher who is the author is left out (9.29).
			". "+publisher+". https", ". Retrieved YYYY-MM-DD, from https",
			") [Dataset]. "+publisher+". https", ") [Data set]. Retrieved YYYY-MM-DD, from https",
			// The manual's own word; and the atlas calls its versions editions.
			"(Version ", "(Edition "),
		"vancouver": strings.NewReplacer(
			// The number in a list; a day that reads the same in every language; the edition of a data
			// set, which this style forgets.
			"\n1. ", "", "[cited 2026 Nov 22]", "[cited YYYY-MM-DD]",
			"[Internet]. "+publisher, "[Internet]. Edition "+edition+". "+publisher),
		"chicago": strings.NewReplacer(
			// A page without a date of its own is cited with the day of reading (17th edition, 14.237), and
			// the publisher is the author.
			"” "+publisher+". https", "” Edition "+edition+". Data set. Accessed YYYY-MM-DD. https",
			". "+publisher+". https", ". Accessed YYYY-MM-DD. https"),
	}
}

// The sentences of the pages are what reference managers make of the files, but for differences
// that have a reason. Capitals are not compared: Chicago wants its headlines in capitals, and the
// pages keep each name as it is written.
func TestCitationsFollowTheirStyles(t *testing.T) {
	t.Parallel()
	sitetest.NodePackage(t, "rehype-citation")
	s := Built(t)
	edition := s.Data.Edition
	reasons := differences(edition.Publisher, edition.Number)
	for path, name := range citedPages {
		var rendered []map[string]string
		out := sitetest.Script(t, "render-citations.mjs", "2026-11-22", filepath.Join(s.Dir, "cite", name+".json"))
		if err := json.Unmarshal([]byte(out), &rendered); err != nil {
			t.Fatal(err)
		}
		for style, got := range citationsOf(s.Page(path)) {
			if want := reasons[style].Replace("\n" + rendered[0][style]); !strings.EqualFold(got, strings.TrimSpace(want)) {
				t.Errorf("%s %s:\nthe page says  %s\nthe style sets %s", path, style, got, want)
			}
		}
	}
}

// citationsOf gives the citations of a page by style.
func citationsOf(p *Page) map[string]string {
	texts := map[string]string{}
	for _, n := range All(p.Doc, Class("citation")) {
		style := First(Closest(n, Tag("div")), Tag("dt"), func(n *html.Node) bool { return HasAttr(n, "id") })
		texts[strings.TrimPrefix(Attr(style, "id"), "cite-")] = Text(n)
	}
	return texts
}

// Whatever a page offers to cite exists in all three styles and all three formats.
func TestEveryPageThatCanBeCitedIs(t *testing.T) {
	s, f := Built(t), newFaults(t)
	n := 0
	for _, p := range s.All {
		k := kind(p.Path)
		if k != "country/…" && k != "indicator/…" && k != "region/…" && k != "data" {
			continue
		}
		n++
		if texts := citationsOf(p); len(texts) != 3 || texts["apa"] == "" || texts["vancouver"] == "" || texts["chicago"] == "" {
			f.addf("%s: %d citations", p.Path, len(texts))
		}
		name := filepath.Base(p.Path)
		if k == "data" {
			name = "atlas"
		}
		for _, ending := range []string{"bib", "ris", "json"} {
			if links := All(p.Doc, Tag("a"), Is("href", "/cite/"+name+"."+ending)); len(links) != 1 {
				f.addf("%s: %d links to /cite/%s.%s", p.Path, len(links), name, ending)
			}
		}
	}
	if n != 1+243+24+9 {
		t.Errorf("%d pages that can be cited", n)
	}
}
