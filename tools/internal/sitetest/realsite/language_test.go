package realsite_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Every page is there in every language, at the same address below that of the language.
func TestEveryPageIsThereInEveryLanguage(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, p := range s.All {
		for _, lang := range dataset.Languages {
			if s.Page(inLanguage(p.English, lang)) == nil {
				f.addf("%s: not there in the language %s", p.Path, lang)
			}
		}
	}
	if want := len(s.Pages) * len(dataset.Languages); len(s.All) != want || len(s.Pages) < 300 {
		t.Errorf("%d pages, %d of them English; want %d", len(s.All), len(s.Pages), want)
	}
}

// inLanguage gives the address of an English page in another language.
func inLanguage(english, lang string) string {
	if lang == dataset.Languages[0] {
		return english
	}
	return "/" + lang + english
}

// Each page tells search engines where it stands in every language, itself included, and that
// English is for everybody else; so does the sitemap. All of them say the same, so that what one
// says of another is what the other says of itself.
func TestPagesNameTheirTranslations(t *testing.T) {
	s, f := Built(t), newFaults(t)
	home := strings.TrimSuffix(s.Data.Edition.URL, "/")
	counterparts := func(p *Page) map[string]string {
		want := map[string]string{}
		for _, lang := range dataset.Languages {
			want[lang] = home + inLanguage(p.English, lang)
		}
		return want
	}
	for _, p := range s.All {
		want, got := counterparts(p), map[string]string{}
		want["x-default"] = home + p.English
		for _, n := range All(p.Doc, Tag("link"), Is("rel", "alternate"), Has("hreflang")) {
			got[Attr(n, "hreflang")] = Attr(n, "href")
		}
		if kind(p.English) == "embed/…" {
			want = map[string]string{} // search engines are kept out
		}
		if diff := cmp.Diff(want, got); diff != "" {
			f.addf("%s: translations (-want +got):\n%s", p.Path, diff)
		}
	}
	for _, lang := range dataset.Languages {
		for _, u := range sitemapOf(t, s, lang) {
			got := map[string]string{}
			for _, l := range u.Links {
				got[l.Lang] = l.Href
			}
			if diff := cmp.Diff(counterparts(s.Page(strings.TrimPrefix(u.Loc, home))), got); diff != "" {
				f.addf("sitemap, %s: translations (-want +got):\n%s", u.Loc, diff)
			}
		}
	}
}

// The switch of languages leads to the same page in each, under the name that its speakers give it.
func TestLanguageSwitchLeadsToTheSamePage(t *testing.T) {
	names := map[string]string{"en": "English", "es": "Español", "fr": "Français", "ru": "Русский", "ar": "العربية"}
	f := newFaults(t)
	for _, p := range Built(t).All {
		want, got := map[string]string{}, map[string]string{}
		if kind(p.English) != "embed/…" {
			for lang, name := range names {
				want[lang+" "+name] = inLanguage(p.English, lang)
			}
		}
		for _, n := range All(p.Doc, Tag("a"), func(n *html.Node) bool { return Closest(n, Class("languages")) != nil }) {
			got[Attr(n, "lang")+" "+Text(n)] = Attr(n, "href")
			if here := Attr(n, "lang") == p.Lang; here != HasAttr(n, "aria-current") || Attr(n, "hreflang") != Attr(n, "lang") {
				f.addf("%s: the link to %q is not marked as what it is", p.Path, Text(n))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			f.addf("%s: (-want +got):\n%s", p.Path, diff)
		}
	}
}

// A page says the same in every language: what machines read of it, its links and its anchors are
// those of the English page, which other tests hold to the data.
func TestEveryLanguageSaysTheSame(t *testing.T) {
	s, f := Built(t), newFaults(t)
	found := make([][]string, len(s.Pages))
	onEveryCore(len(s.Pages), func(i int) {
		english := bones(s.Pages[i])
		for _, lang := range dataset.Languages[1:] {
			p := s.Page(inLanguage(s.Pages[i].English, lang))
			if got := bones(p); !maps.Equal(english, got) {
				found[i] = append(found[i], fmt.Sprintf("%s (-English +%s):\n%s", p.Path, lang, cmp.Diff(english, got)))
			}
		}
	})
	for _, fault := range slices.Concat(found...) {
		f.addf("%s", fault)
	}
}

// bare are the attributes that hold no words.
var bare = []string{"id", "class", "href", "src", "for", "fill", "scope", "datetime", "aria-current", "aria-labelledby", "data-country", "data-indicator", "data-period", "data-status",
	"data-stale", "data-fact", "data-printed", "data-count", "data-order", "data-row", "data-sort"}

// bones counts the elements of a page by what they are, whatever words they hold and in whatever
// order they stand: alphabets differ.
func bones(p *Page) map[string]int {
	counts := map[string]int{}
	for _, n := range All(p.Doc, Tag("a", "article", "caption", "circle", "cite", "details", "dt", "figure", "form", "h1", "h2", "h3", "li", "option", "path", "rect", "section", "svg", "table", "td", "th", "tr")) {
		if Closest(n, Class("languages")) != nil || Closest(n, Class("wordings")) != nil {
			continue // each language has stigmatising words of its own
		}
		var bone strings.Builder
		bone.WriteString(n.Data)
		for _, key := range slices.Sorted(slices.Values(bare)) {
			if HasAttr(n, key) {
				bone.WriteString(" " + key + "=" + unbound(Attr(n, key)))
			}
		}
		counts[bone.String()]++
	}
	return counts
}

// unbound takes the language out of an address, the order out of a list of countries to compare, and
// the subject out of a letter.
func unbound(address string) string {
	_, english := InEnglish(address)
	if to, _, letter := strings.Cut(english, "?subject="); letter && strings.HasPrefix(to, "mailto:") {
		return to
	}
	if ids, ok := strings.CutPrefix(english, compareTo); ok {
		return compareTo + strings.Join(slices.Sorted(slices.Values(strings.Split(ids, ","))), ",")
	}
	return english
}

const compareTo = "/compare/?c="

// One answer reads in one way: what English pages word alike, those of another language word
// alike, and what English words apart, it words apart.
func TestAnswersReadAlikeInEveryLanguage(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, lang := range dataset.Languages[1:] {
		to, from := map[string]string{}, map[string]string{}
		for _, p := range s.Pages {
			english, foreign := answers(s, p), answers(s, s.Page(inLanguage(p.English, lang)))
			for at, words := range english {
				translated := foreign[at]
				if known, ok := to[words]; ok && known != translated {
					f.addf("%s in %s: %q is %q, and elsewhere %q", p.Path, lang, words, translated, known)
				}
				if known, ok := from[translated]; ok && known != words {
					f.addf("%s in %s: %q stands for %q and for %q", p.Path, lang, translated, words, known)
				}
				to[words], from[translated] = translated, words
			}
		}
		t.Logf("%s: %d answers", lang, len(to))
	}
}

// answers gives the words of each status of a page, by what it is about and where it stands.
func answers(s *Site, p *Page) map[string]string {
	list, seen := map[string]string{}, map[string]int{}
	for _, n := range All(p.Doc, Has("data-status")) {
		var at strings.Builder
		for _, key := range []string{"data-country", "data-indicator", "data-period", "data-status"} {
			at.WriteString(Attr(n, key) + " ")
		}
		words := Text(n)
		if titles := All(n, Tag("title")); len(titles) == 1 {
			words = "map" + strings.TrimPrefix(Text(titles[0]), s.Data.Name(Attr(n, "data-country"), p.Lang))
		} else if row := Closest(n, Tag("tr"), Class("silent")); row != nil {
			words = Text(First(row, Tag("th")))
		}
		nth := seen[at.String()]
		seen[at.String()]++
		list[at.String()+strings.Repeat("+", nth)] = words
	}
	return list
}
