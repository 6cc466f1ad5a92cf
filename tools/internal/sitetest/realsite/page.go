package realsite

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Page is one HTML page.
type Page struct {
	// Path is its address below the root of the site: "/", "/country/ken/", "/404.html".
	Path string
	HTML []byte
	Doc  *html.Node
}

// Page finds the page of an address; nil if there is none.
func (s *Site) Page(path string) *Page {
	i, found := slices.BinarySearchFunc(s.Pages, path, func(p *Page, path string) int { return strings.Compare(p.Path, path) })
	if !found {
		return nil
	}
	return s.Pages[i]
}
