package texts_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// forReaders are the fields of a page's head that hold words; all others are the same in every
// language.
var forReaders = []string{"title", "short", "also", "question", "definition", "counts_as_yes", "why", "reading", "description", "lede", "text", "after", "said", "list"}

// A page has the same fields, identifiers, links and marks in every language; only its words differ.
func TestPagesHaveTheSameBones(t *testing.T) {
	for _, file := range pages(t) {
		original := page(t, file)
		for _, lang := range others {
			translation := page(t, in(file, lang))
			for what, of := range map[string]func(text) []string{
				"head": fields, "links": links, "anchors": anchors, "marks": marks, "headings": headings, "markup": elements,
			} {
				if diff := cmp.Diff(of(original), of(translation)); diff != "" {
					t.Errorf("%s: %s (-English +%s):\n%s", in(file, lang), what, lang, diff)
				}
			}
		}
	}
}

// fields lists what a head holds, words left out.
func fields(p text) []string { return slices.Sorted(slices.Values(walk("", p.head))) }

func walk(path string, value any) []string {
	var list []string
	switch value := value.(type) {
	case map[string]any:
		for key, inner := range value {
			if slices.Contains(forReaders, key) {
				inner = words(inner)
			} else if code, ok := inner.(string); ok && key == "code" {
				inner = found(name, code) // remarks and menus are words
			}
			list = append(list, walk(path+"."+key, inner)...)
		}
	case []any:
		for i, inner := range value {
			list = append(list, walk(fmt.Sprintf("%s.%d", path, i), inner)...)
		}
	default:
		list = append(list, fmt.Sprintf("%s = %v", path, value))
	}
	return list
}

// words stands for any words but none.
func words(value any) any {
	if said, ok := value.(string); ok && strings.TrimSpace(said) != "" {
		return "words; " + strings.Join(links(text{body: said}), " ")
	}
	if _, ok := value.([]any); ok {
		return "words" // other names, of which each language has its own number
	}
	return value
}

var (
	link    = regexp.MustCompile(`\]\(([^)]*)\)|href="([^"]*)"`)
	anchor  = regexp.MustCompile(`\{(#|caption)([^}"]*)[^}]*\}|id="([^"]*)"`)
	mark    = regexp.MustCompile(`(?s)\{\{<\s*(.*?)\s*>\}\}`)
	row     = regexp.MustCompile(`(?m)^([a-z0-9-]+): `)
	heading = regexp.MustCompile(`(?m)^(#+|- |\d+\.|\|)`)
	element = regexp.MustCompile(`</?[a-z]+[^>]*>`)
	name    = regexp.MustCompile(`(SITE/[\w./-]+|\$\d+|"\w+")`)
)

// links gives where a text leads, anchors where it can be led to.
func links(p text) []string   { return sorted(found(link, p.body)) }
func anchors(p text) []string { return found(anchor, p.body) }

// marks gives what a text takes from the data and the sources, in the order of the alphabet since
// grammars differ; captions are words.
func marks(p text) []string {
	var list []string
	for _, m := range found(mark, p.body) {
		if strings.HasPrefix(m, "bars ") {
			m = "bars"
		}
		list = append(list, m)
	}
	return sorted(append(list, found(row, p.body)...))
}

// headings gives the levels of headings, and the lines of lists and tables.
func headings(p text) []string { return found(heading, p.body) }

// elements gives the tags in a text.
func elements(p text) []string { return found(element, mark.ReplaceAllString(p.body, "")) }

func found(pattern *regexp.Regexp, body string) []string {
	var list []string
	for _, m := range pattern.FindAllStringSubmatch(body, -1) {
		list = append(list, strings.Join(m[min(1, len(m)-1):], ""))
	}
	return list
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

// What a page names from the glossary is in it.
func TestTermsOfPagesAreInTheGlossary(t *testing.T) {
	table := read(t, "data/i18n/terms.csv")
	for _, file := range pages(t) {
		named, _ := page(t, file).head["terms"].([]any)
		for _, id := range named {
			if !strings.Contains(table, fmt.Sprintf("\n%v,en,", id)) {
				t.Errorf("%s: no term %q in data/i18n/terms.csv", file, id)
			}
		}
	}
}
