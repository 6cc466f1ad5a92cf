package realsite

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Page is one HTML page.
type Page struct {
	// Path is its address below the root of the site: "/", "/fr/country/ken/", "/404.html".
	Path string
	// Lang is the language that its address is of, English the address of the same page in English.
	Lang, English string
	HTML          []byte
	Doc           *html.Node
}

// Page finds the page of an address; nil if there is none.
func (s *Site) Page(path string) *Page {
	i, found := slices.BinarySearchFunc(s.All, path, func(p *Page, path string) int { return strings.Compare(p.Path, path) })
	if !found {
		return nil
	}
	return s.All[i]
}

// InEnglish gives the language of an address, and the address of the same thing in English:
// "fr" and "/country/ken/#oat" for "/fr/country/ken/#oat".
func InEnglish(address string) (lang, english string) {
	for _, lang := range dataset.Languages[1:] {
		if rest, ok := strings.CutPrefix(address, "/"+lang+"/"); ok {
			return lang, "/" + rest
		}
	}
	return dataset.Languages[0], address
}
