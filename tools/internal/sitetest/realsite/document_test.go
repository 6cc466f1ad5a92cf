package realsite_test

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// What a template prints where a value or a word is missing.
func TestNoPageHasAHole(t *testing.T) {
	f := newFaults(t)
	for _, p := range Built(t).All {
		for _, hole := range []string{"<nil>", "&lt;nil&gt;", "ZgotmplZ", "[i18n]", "%!", "no value", "{{ ", "{{.", "{{-", " }}", "NaN", "undefined", "HAHAHUGO"} {
			if i := bytes.Index(p.HTML, []byte(hole)); i >= 0 {
				f.addf("%s: %q in …%s…", p.Path, hole, p.HTML[max(0, i-60):min(len(p.HTML), i+60)])
			}
		}
	}
}

// speaking are the elements that say something to somebody.
var speaking = Tag("title", "h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "a", "button", "label", "summary", "caption", "th", "figcaption", "cite", "b", "strong", "em")

// spoken are the attributes that are read out or shown.
var spoken = []string{"alt", "aria-label", "title", "placeholder", "label", "data-many", "data-none"}

func TestEveryVisibleStringIsThere(t *testing.T) {
	f := newFaults(t)
	for _, p := range Built(t).All {
		for _, n := range All(p.Doc, speaking) {
			if Text(n) == "" && len(All(n, Tag("img"))) == 0 {
				f.addf("%s: empty <%s class=%q>", p.Path, n.Data, Attr(n, "class"))
			}
		}
		for _, key := range spoken {
			for _, n := range All(p.Doc, Has(key)) {
				if strings.TrimSpace(Attr(n, key)) == "" {
					f.addf("%s: <%s> with an empty %s", p.Path, n.Data, key)
				}
			}
		}
	}
}

// The head tells search engines and readers' tabs what the page is.
func TestEveryPageNamesItself(t *testing.T) {
	s, f := Built(t), newFaults(t)
	titles := map[string]string{}
	for _, p := range s.All {
		title := only(f, p, Tag("title"), func(n *html.Node) bool { return n.Parent.Data == "head" })
		if title == nil {
			continue
		}
		if other, taken := titles[p.Lang+": "+Text(title)]; taken {
			f.addf("%s: the title %q is that of %s too", p.Path, Text(title), other)
		}
		titles[p.Lang+": "+Text(title)] = p.Path
		if n := only(f, p, Tag("meta"), Is("name", "description")); n != nil && len(Attr(n, "content")) < 20 {
			f.addf("%s: description %q", p.Path, Attr(n, "content"))
		}
		want := strings.TrimSuffix(s.Data.Edition.URL, "/") + p.Path
		if kind(p.English) == "embed/…" { // a copy of the indicator's map: search engines want the original
			want = strings.Replace(want, "/embed/", "/indicator/", 1)
		}
		if n := only(f, p, Tag("link"), Is("rel", "canonical")); n != nil && Attr(n, "href") != want {
			f.addf("%s: canonical %s, want %s", p.Path, Attr(n, "href"), want)
		}
		if n := only(f, p, Tag("html")); n != nil && (Attr(n, "lang") != p.Lang || Attr(n, "dir") != direction(p.Lang)) {
			f.addf("%s: lang %q, dir %q", p.Path, Attr(n, "lang"), Attr(n, "dir"))
		}
	}
}

// direction gives that in which a language is written.
func direction(lang string) string {
	if lang == "ar" {
		return "rtl"
	}
	return "ltr"
}

// only gives the one element that matches.
func only(f *faults, p *Page, conditions ...Match) *html.Node {
	found := All(p.Doc, conditions...)
	if len(found) != 1 {
		f.addf("%s: %d elements where there should be one, such as %s", p.Path, len(found), describe(found))
		return nil
	}
	return found[0]
}

func describe(found []*html.Node) string {
	if len(found) == 0 {
		return "none"
	}
	return "<" + found[0].Data + ">"
}

// People who do not see the page move by its headings and landmarks.
func TestEveryPageCanBeWalked(t *testing.T) {
	f := newFaults(t)
	for _, p := range Built(t).All {
		only(f, p, Tag("h1"))
		level := 1
		for _, n := range All(p.Doc, Tag("h1", "h2", "h3", "h4", "h5", "h6")) {
			if next := int(n.Data[1] - '0'); next > level+1 {
				f.addf("%s: <%s> %q after <h%d>", p.Path, n.Data, Text(n), level)
			}
			level = int(n.Data[1] - '0')
		}
		only(f, p, Tag("main"))
		only(f, p, Tag("header"), child("body"))
		only(f, p, Tag("footer"), child("body"))
		for _, n := range All(p.Doc, Tag("nav")) {
			if Attr(n, "aria-label")+Attr(n, "aria-labelledby") == "" {
				f.addf("%s: a <nav> without a name", p.Path)
			}
		}
		links := All(p.Doc, Tag("a", "button", "input", "summary"))
		skip := "#main"
		if kind(p.English) == "embed/…" { // begins with its map
			skip = "#summary"
		}
		if len(links) == 0 || Attr(links[0], "href") != skip {
			f.addf("%s: the first link does not skip to the content", p.Path)
		}
	}
}

func child(of string) Match { return func(n *html.Node) bool { return n.Parent.Data == of } }

func TestEveryTableSaysWhatItsCellsMean(t *testing.T) {
	f := newFaults(t)
	for _, p := range Built(t).All {
		for _, table := range All(p.Doc, Tag("table")) {
			if captions := All(table, Tag("caption")); len(captions) != 1 || Text(captions[0]) == "" {
				f.addf("%s: a table without a caption", p.Path)
			}
			heads := All(table, Tag("th"))
			if len(heads) == 0 {
				f.addf("%s: a table without heads", p.Path)
			}
			for _, n := range heads {
				switch Attr(n, "scope") {
				case "col", "row", "colgroup", "rowgroup":
				default:
					f.addf("%s: <th> %q with scope %q", p.Path, Text(n), Attr(n, "scope"))
				}
			}
		}
	}
}

func TestEveryIDIsThereOnce(t *testing.T) {
	f := newFaults(t)
	for _, p := range Built(t).All {
		seen := map[string]bool{}
		for _, n := range All(p.Doc, Has("id")) {
			if id := Attr(n, "id"); id == "" || seen[id] {
				f.addf("%s: id %q twice", p.Path, id)
			}
			seen[Attr(n, "id")] = true
		}
		for _, key := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "for"} {
			for _, n := range All(p.Doc, Has(key)) {
				for _, id := range strings.Fields(Attr(n, key)) {
					if !seen[id] {
						f.addf("%s: <%s %s=%q> names nothing", p.Path, n.Data, key, id)
					}
				}
			}
		}
	}
}
