package realsite_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// No word of a page is left in English unless the page says that it is English: nothing is known
// here of what was translated. In languages with Latin letters two words in a row that stand in
// a row on the English page too are a finding; in the others any three words in Latin letters.
// Names of countries are those of the data; a sentence may name a publication or its publisher.
func TestNothingIsLeftInEnglish(t *testing.T) {
	t.Parallel()
	s, f := Built(t), newFaults(t)
	names, words := namesOf(s), wordsOfLanguages(s)
	found := make([][]string, len(s.Pages))
	onEveryCore(len(s.Pages), func(i int) { found[i] = leftOn(s, s.Pages[i], names, words) })
	f.addOnce(slices.Concat(found...))
}

// addOnce adds faults, "address: what is wrong there", but each only once for the whole site.
func (f *faults) addOnce(faults []string) {
	f.t.Helper()
	told := map[string]bool{}
	for _, fault := range faults {
		if _, what, _ := strings.Cut(fault, ": "); !told[what] {
			told[what] = true
			f.addf("%s", fault)
		}
	}
}

// leftOn says what of an English page is left in it in other languages.
func leftOn(s *Site, english *Page, names map[string]*strings.Replacer, words map[string]map[string]bool) []string {
	var list []string
	pairs := map[string]bool{}
	for _, said := range spokenOn(s, english) {
		for _, run := range latin.FindAllString(said.text, -1) {
			pairsIn(run, pairs)
		}
	}
	for _, lang := range dataset.Languages[1:] {
		p := s.Page(inLanguage(english.English, lang))
		for _, said := range spokenOn(s, p) {
			text := names[lang].Replace(said.text)
			if isProse(text, words[lang]) {
				text = names["prose"].Replace(quotes.ReplaceAllString(said.text, "§"))
				text = names[lang].Replace(titles.ReplaceAllString(text, "§"))
			}
			for _, left := range leftIn(text, lang, pairs, words[lang]) {
				list = append(list, fmt.Sprintf("%s: %q in <%s>: %q", p.Path, left, said.where, shorten(said.text)))
			}
		}
	}
	return list
}

// namesOf takes names out of texts: those of countries as each language has them, and those of
// publishers of its own publications; in prose also those of others, of publications and of the
// data set itself.
func namesOf(s *Site) map[string]*strings.Replacer {
	replacers := map[string]*strings.Replacer{}
	for _, lang := range dataset.Languages {
		var names []string
		for _, c := range s.Data.Countries {
			names = append(names, s.Data.Name(c.ISO3, lang), "§")
		}
		for _, source := range s.Data.Sources {
			if source.Language == lang && source.Publisher != "" {
				names = append(names, source.Publisher, "§")
			}
		}
		names = append(names, "Creative Commons", "§")
		replacers[lang] = strings.NewReplacer(names...)
	}
	prose := []string{s.Data.Edition.Title, "§", s.Data.Edition.Publisher, "§", "Global State of Harm Reduction", "§"}
	for _, source := range s.Data.Sources {
		for _, name := range []string{source.Title, source.Publisher} {
			if name != "" {
				prose = append(prose, name, "§")
			}
		}
	}
	replacers["prose"] = strings.NewReplacer(prose...)
	return replacers
}

// titles matches names in a sentence that its language has no words for, or keeps: of laws, reports
// and organisations. English writes them with capitals, and nothing else here.
var titles = regexp.MustCompile(`\b[A-Z][\w’'-]*(?:(?:[  ](?:of|on|for|the|and|to|in|de|la|es))*[  ][A-Z0-9][\w’'-]*)+`)

// quotes matches what a sentence quotes, and the Latin of those who quote.
var quotes = regexp.MustCompile(`«[^»]*»|“[^”]*”|"[^"]*"|\bet al\b`)

// wordsOfLanguages gives the small words that each language writes in its pages and strings: "long"
// and "centre" are French as well.
func wordsOfLanguages(s *Site) map[string]map[string]bool {
	words := map[string]map[string]bool{}
	for _, lang := range dataset.Languages {
		words[lang] = map[string]bool{}
	}
	for _, file := range s.Data.Texts {
		for _, w := range word.FindAllString(string(file.Data), -1) {
			if w == strings.ToLower(w) {
				words[file.Lang][w] = true
			}
		}
	}
	return words
}

// isProse tells whether a text holds a small word of its language, and so may be a sentence with
// names in it, rather than a name alone.
func isProse(text string, own map[string]bool) bool {
	return slices.ContainsFunc(word.FindAllString(text, -1), func(w string) bool { return own[w] })
}

var word = regexp.MustCompile(`\p{L}[\p{L}\p{M}’'-]*`)

// latin matches words in Latin letters, one after the other; what holds a digit is no word, nor a domain.
var latin = regexp.MustCompile(`\p{Latin}[\p{Latin}’'-]+(?:[ \x{a0}]\p{Latin}[\p{Latin}’'-]*)+`)

var withDigit = regexp.MustCompile(`[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*|\w+(?:\.\w+)+`)

// leftIn gives the words that look English in a text of another language, which has words of its own.
func leftIn(text, lang string, english, own map[string]bool) []string {
	var list []string
	for _, run := range latin.FindAllString(withDigit.ReplaceAllString(text, "§"), -1) {
		if lang == "ru" || lang == "ar" {
			if len(strings.Fields(run)) > 2 {
				list = append(list, run)
			}
			continue
		}
		same := map[string]bool{}
		pairsIn(run, same)
		for pair := range same {
			if one, other, _ := strings.Cut(pair, " "); english[pair] && !(own[one] && own[other]) {
				list = append(list, pair)
			}
		}
	}
	return list
}

// pairsIn adds the pairs of neighbouring words.
func pairsIn(run string, pairs map[string]bool) {
	words := strings.Fields(run)
	for i := range words[1:] {
		if isWord(words[i]) && isWord(words[i+1]) {
			pairs[words[i]+" "+words[i+1]] = true
		}
	}
}

// spokenText is something that a page says, and the element in which it stands.
type spokenText struct{ where, text string }

// toldIn are the attributes that somebody reads or hears, metaNames the names of <meta> that hold words.
var (
	toldIn    = append([]string{"data-of-year", "data-copy", "data-copied"}, spoken...)
	metaNames = map[string]bool{"description": true, "og:title": true, "og:description": true, "og:image:alt": true, "citation_title": true, "DC.title": true}
)

// spokenOn gives what a page says in its own language: its text, and the attributes that are read
// out. Code, addresses and the names of countries, which other tests hold to the data, are none of it.
func spokenOn(s *Site, p *Page) []spokenText {
	var list []spokenText
	add := func(n *html.Node, where, text string) {
		if named := Closest(n, func(n *html.Node) bool { return n.Data == "cite" || Class("publisher")(n) }); named != nil && !HasAttr(named, "lang") {
			return // a title or a publisher in the language of the page, as the data say
		}
		if text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }), " "); text != "" && languageOf(n) == p.Lang {
			list = append(list, spokenText{where, text})
		}
	}
	for n := range p.Doc.Descendants() {
		if n.Type == html.TextNode && Closest(n.Parent, Tag("script", "style", "code", "pre", "kbd", "samp", "noscript")) == nil {
			add(n.Parent, n.Parent.Data+" "+Attr(n.Parent, "class"), n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		for _, key := range toldIn {
			add(n, n.Data+" "+key, Attr(n, key))
		}
		if n.Data == "meta" && (metaNames[Attr(n, "name")] || metaNames[Attr(n, "property")]) {
			add(n, "meta "+Attr(n, "name")+Attr(n, "property"), Attr(n, "content"))
		}
	}
	return list
}

// languageOf gives the language that an element is in, by its own or its nearest ancestor's word.
func languageOf(n *html.Node) string { return Attr(Closest(n, Has("lang")), "lang") }

func shorten(text string) string {
	if runes := []rune(text); len(runes) > 120 {
		return string(runes[:120]) + "…"
	}
	return text
}

// isWord leaves out single letters and abbreviations, which have no language.
func isWord(text string) bool { return len(text) > 1 && text != strings.ToUpper(text) }
