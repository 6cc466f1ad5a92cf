package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// standAlone turns a page for a frame, made for the root of a host, into one that needs no other
// file and can be moved with the folder it lies in: its style is in it, its links count their way
// up from the folder, and a note says that it is frozen.
func standAlone(page []byte, site fs.FS, folder, note string) ([]byte, error) {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	up := strings.Repeat("../", strings.Count(folder, "/")+1)
	var footer *html.Node
	for _, n := range slices.Collect(doc.Descendants()) {
		if n.Type != html.ElementNode {
			continue
		}
		if n.DataAtom == atom.Footer {
			footer = n
		}
		if err := freeElement(n, site, up); err != nil {
			return nil, err
		}
	}
	if footer == nil {
		return nil, fmt.Errorf("no footer for the note that it is frozen")
	}
	paragraph := element(atom.P, note)
	footer.InsertBefore(paragraph, footer.FirstChild)
	var out bytes.Buffer
	if err := html.Render(&out, doc); err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	return out.Bytes(), nil
}

// freeElement frees one element of what lies elsewhere.
func freeElement(n *html.Node, site fs.FS, up string) error {
	switch {
	case n.DataAtom == atom.Link && attribute(n, "rel") == "canonical":
		n.Parent.RemoveChild(n) // an address of the site, which may move
		return nil
	case n.DataAtom == atom.Link && attribute(n, "rel") == "stylesheet":
		return inline(n, site)
	case n.DataAtom == atom.Link || attribute(n, "src") != "" || n.DataAtom == atom.Script:
		return fmt.Errorf("it loads <%s %v>; want a page that needs no other file", n.Data, n.Attr)
	}
	for i, a := range n.Attr {
		switch {
		case a.Key != "href" || strings.HasPrefix(a.Val, "#"):
		case strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "//"):
			n.Attr[i].Val = up + strings.TrimPrefix(a.Val, "/")
		default:
			return fmt.Errorf("a link to %s; want one from the root of the site", a.Val)
		}
	}
	return nil
}

// inline puts the style sheet in the place of the link to it.
func inline(link *html.Node, site fs.FS) error {
	style, err := fs.ReadFile(site, strings.TrimPrefix(path.Clean(attribute(link, "href")), "/"))
	if err != nil {
		return fmt.Errorf("style of the page: %w", err)
	}
	if bytes.Contains(style, []byte("</")) || bytes.Contains(style, []byte("@import")) || bytes.Contains(style, []byte("url(/")) {
		return fmt.Errorf("style of the page: it holds or loads something else")
	}
	link.Parent.InsertBefore(element(atom.Style, string(style)), link)
	link.Parent.RemoveChild(link)
	return nil
}

func element(a atom.Atom, text string) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: text})
	return n
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
