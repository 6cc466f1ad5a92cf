package realsite_test

import (
	"encoding/xml"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// feeds gives the address of each feed.
func feeds(t *testing.T, s *Site) []string {
	var list []string
	for _, path := range files(t, s.Dir, ".xml") {
		rel, err := filepath.Rel(s.Dir, path)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(rel) == "feed.xml" {
			list = append(list, "/"+filepath.ToSlash(rel))
		}
	}
	if len(list) < 243+20 {
		t.Errorf("only %d feeds", len(list))
	}
	return list
}

// gofeed, which others maintain, reads every feed and finds in it the changes of the page beside it.
func TestFeedsSayWhatTheirPagesSay(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, path := range feeds(t, s) {
		read, err := gofeed.NewParser().ParseString(string(read(t, filepath.Join(s.Dir, path))))
		if err != nil {
			f.addf("%s: %v", path, err)
			continue
		}
		if read.FeedType != "atom" || read.FeedVersion != "1.0" {
			f.addf("%s is read as %s %s", path, read.FeedType, read.FeedVersion)
		}
		page := strings.TrimSuffix(path, "feed.xml")
		if rows := All(s.Page(page).Doc, Tag("tr"), child("tbody")); page == "/changes/corrections/" || page == "/changes/editions/" {
			if len(read.Items) != len(rows)+len(All(s.Page(page).Doc, Tag("li"), in("change-list"))) {
				f.addf("%s: %d entries", path, len(read.Items))
			}
			continue
		}
		var got, want []string
		for _, item := range read.Items {
			got = append(got, strings.TrimPrefix(item.Link, strings.TrimSuffix(s.Data.Edition.URL, "/")))
			if !strings.Contains(item.Content, "/sources/#") || len(item.Categories) != 3 || item.UpdatedParsed == nil {
				f.addf("%s: %q has no source, kind or date", path, item.Title)
			}
		}
		for _, entry := range All(s.Page(page).Doc, Tag("a"), Class("change")) {
			want = append(want, Attr(entry, "href"))
		}
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			f.addf("%s (-page +feed):\n%s", path, diff)
		}
	}
}

// atomFeed is an Atom feed in all that RFC 4287 demands of it; elements that may stand once only
// are lists here, so that a second one shows.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      []string    `xml:"http://www.w3.org/2005/Atom id"`
	Title   []string    `xml:"http://www.w3.org/2005/Atom title"`
	Updated []string    `xml:"http://www.w3.org/2005/Atom updated"`
	Author  []string    `xml:"http://www.w3.org/2005/Atom author>name"`
	Links   []atomLink  `xml:"http://www.w3.org/2005/Atom link"`
	Entries []atomEntry `xml:"http://www.w3.org/2005/Atom entry"`
}

type atomEntry struct {
	ID      []string   `xml:"http://www.w3.org/2005/Atom id"`
	Title   []string   `xml:"http://www.w3.org/2005/Atom title"`
	Updated []string   `xml:"http://www.w3.org/2005/Atom updated"`
	Links   []atomLink `xml:"http://www.w3.org/2005/Atom link"`
	Content []struct {
		Type string `xml:"type,attr"`
		Div  []struct {
			XML string `xml:",innerxml"`
		} `xml:"http://www.w3.org/1999/xhtml div"`
	} `xml:"http://www.w3.org/2005/Atom content"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

var uuid = regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$`)

// Every feed keeps RFC 4287: what must be there once is there once, identifiers are whole and no
// two alike, dates are dates, addresses are absolute, and the feed names itself.
func TestFeedsKeepTheStandard(t *testing.T) {
	s, f := Built(t), newFaults(t)
	home := strings.TrimSuffix(s.Data.Edition.URL, "/")
	titles, ofFeed := map[string]string{}, map[string]string{}
	for _, path := range feeds(t, s) {
		var feed atomFeed
		if err := xml.Unmarshal(read(t, filepath.Join(s.Dir, path)), &feed); err != nil {
			f.addf("%s: %v", path, err)
			continue
		}
		check := func(where string, ids, title, updated []string, links []atomLink) {
			if len(ids) != 1 || !uuid.MatchString(ids[0]) || len(title) != 1 || title[0] == "" || len(updated) != 1 {
				f.addf("%s: ids %q, titles %q, dates %q", where, ids, title, updated)
				return
			}
			if _, err := time.Parse(time.RFC3339, updated[0]); err != nil {
				f.addf("%s: %v", where, err)
			}
			alternates := 0
			for _, l := range links {
				if u, err := url.Parse(l.Href); err != nil || !u.IsAbs() || u.Host == "" {
					f.addf("%s: link to %q", where, l.Href)
				}
				if l.Rel == "alternate" {
					alternates++
				}
			}
			if alternates != 1 {
				f.addf("%s: %d pages", where, alternates)
			}
		}
		check(path, feed.ID, feed.Title, feed.Updated, feed.Links)
		if other, twice := ofFeed[feed.ID[0]]; twice {
			f.addf("%s has the identifier of %s", path, other)
		}
		ofFeed[feed.ID[0]] = path
		self := slices.DeleteFunc(slices.Clone(feed.Links), func(l atomLink) bool { return l.Rel != "self" })
		if want := (atomLink{"self", "application/atom+xml", home + path}); len(self) != 1 || self[0] != want {
			f.addf("%s names itself %v", path, self)
		}
		if len(feed.Author) != 1 || feed.Author[0] != s.Data.Edition.Publisher {
			f.addf("%s: authors %q", path, feed.Author)
		}
		here := map[string]bool{}
		for _, e := range feed.Entries {
			check(path+": "+strings.Join(e.Title, ""), e.ID, e.Title, e.Updated, e.Links)
			if here[e.ID[0]] {
				f.addf("%s: two entries %s", path, e.ID[0])
			}
			here[e.ID[0]] = true
			if other, known := titles[e.ID[0]]; known && other != e.Title[0] {
				f.addf("%s: the identifier of %q and %q is one", path, other, e.Title[0])
			}
			titles[e.ID[0]] = e.Title[0]
			if len(e.Content) != 1 || e.Content[0].Type != "xhtml" || len(e.Content[0].Div) != 1 {
				f.addf("%s: %q has no content", path, e.Title)
			}
		}
	}
	if len(titles) < 900 {
		t.Errorf("only %d entries", len(titles))
	}
}

// A feed that a page names in its head is there.
func TestNamedFeedsExist(t *testing.T) {
	s, f := Built(t), newFaults(t)
	known, named := feeds(t, s), map[string]bool{}
	for _, p := range s.All {
		for _, n := range All(p.Doc, Tag("link"), Is("type", "application/atom+xml")) {
			if named[Attr(n, "href")] = true; !slices.Contains(known, Attr(n, "href")) {
				f.addf("%s names %s", p.Path, Attr(n, "href"))
			}
		}
	}
	if len(named) != len(known) {
		t.Errorf("%d feeds, but pages name %d", len(known), len(named))
	}
}
