package build

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
)

const contentFolder = "content"

// prose are the texts of a language: the front matter of all, and by folder of pages with the bodies of those that
// its pages show. The rest may show any.
type prose struct{ fronts, country, indicator, sources, rest sum }

// of gives what the pages of a folder may show.
func (p prose) of(folder string) sum {
	switch folder {
	case "country":
		return p.country
	case "indicator":
		return p.indicator
	case "sources":
		return p.sources
	case rest:
		return p.rest
	}
	return p.fronts
}

func proseOf(texts []text, languages []string) map[string]prose {
	all := map[string]prose{}
	for _, lang := range languages {
		of := func(folder string) sum { return textsOf(texts, lang, folder) }
		all[lang] = prose{of(nothing), of("country"), of("indicator"), of("sources"), of(rest)}
	}
	return all
}

// nothing is the folder of pages that show no body of a text.
const nothing = ""

func textsOf(texts []text, lang, folder string) sum {
	h := newHash()
	for _, t := range texts {
		h.part(t.name, t.of(lang, folder))
	}
	return h.sum()
}

// text is a file of words.
type text struct {
	name string
	// lang is the language whose pages show it; empty for every one.
	lang string
	data []byte
}

// readTexts reads the content.
func readTexts(fsys fs.FS, languages []string) ([]text, error) {
	var texts []text
	err := eachFile(fsys, contentFolder, func(name string, data []byte) {
		texts = append(texts, text{name, languageOf(name, languages), data})
	})
	return texts, err
}

// languageOf reads it from a name: nsp.fr.md is French, nsp.md in the main language; adapters and
// anything else are for all.
func languageOf(name string, languages []string) string {
	base, markdown := strings.CutSuffix(name, ".md")
	if !markdown {
		return ""
	}
	if lang := strings.TrimPrefix(path.Ext(base), "."); slices.Contains(languages, lang) {
		return lang
	}
	return languages[0]
}

// of gives what the pages of a folder in a language may know of a text: all of one that they may show, of another only
// its front matter, which says whether there is a page, where, and what it is called.
func (t text) of(lang, folder string) []byte {
	if t.lang == "" || t.lang == lang && (folder == rest || folder == t.folder()) {
		return t.data
	}
	for _, fence := range []string{"+++\n", "---\n"} {
		if rest, ok := bytes.CutPrefix(t.data, []byte(fence)); ok {
			front, _, _ := bytes.Cut(rest, []byte("\n"+fence))
			return front
		}
	}
	return t.data
}

// folder gives that of the pages made from records that show the body of a text.
func (t text) folder() string {
	for page, folder := range textFolders {
		if strings.HasPrefix(t.name, folder) {
			return page
		}
	}
	if strings.HasPrefix(t.name, contentFolder+"/sources.") {
		return "sources"
	}
	return rest
}

// textFolders are the folders of texts that pages made from records show, by the folder of the page.
var textFolders = map[string]string{"country": contentFolder + "/countries/", "indicator": contentFolder + "/indicators/"}

// shown names the pages made from records that show a note or a text that asks for more than words,
// and tells whether it does. Nobody knows which notes show a text that several share.
func shown(texts []text) map[string]bool {
	pages := map[string]bool{}
	for page, folder := range textFolders {
		asksAll := false
		for _, t := range texts {
			if file, inside := strings.CutPrefix(t.name, folder); inside {
				id, _, _ := strings.Cut(file, ".")
				asks := bytes.Contains(t.data, []byte("{{")) && strings.HasSuffix(file, ".md")
				if asks || page == "country" { // notes name what they rest on
					pages[page+"/"+id] = pages[page+"/"+id] || asks
				}
				asksAll = asksAll || asks && strings.Contains(file, "/")
			}
		}
		for name := range pages {
			pages[name] = pages[name] || asksAll && strings.HasPrefix(name, page+"/")
		}
	}
	for _, t := range texts {
		if file, inside := strings.CutPrefix(t.name, contentFolder+"/"); inside && strings.HasSuffix(file, ".md") && bytes.Contains(t.data, []byte("{{")) {
			if page, _, _ := strings.Cut(file, "."); !strings.Contains(page, "/") {
				pages[page] = true
			}
		}
	}
	return pages
}
