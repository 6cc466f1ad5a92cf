package edition

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// StyleFile is where an edition keeps the style of its frames, beside their folders: a policy may
// forbid style inside pages.
const StyleFile = "embed/style.css"

// StandAlone turns a page for a frame, made for the root of a host, into one that needs nothing but
// its edition and can be moved with it. Folder is where the page will lie below the root of the
// site: links count their way up from there. The note, that it is frozen, begins its footer. It
// gives the page and the address of its style sheet, which belongs into StyleFile; whatever else
// the page loads, and a link that leads to another host, is an error.
func StandAlone(page []byte, folder, note string) (alone []byte, style string, err error) {
	f := frame{folder: folder}
	alone, err = f.standAlone(page, note)
	return alone, f.style, err
}

// frame is a page for a frame on its way into an edition.
type frame struct{ folder, style string }

func (f *frame) standAlone(page []byte, note string) ([]byte, error) {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	var footer *html.Node
	for _, n := range slices.Collect(doc.Descendants()) {
		if n.DataAtom == atom.Footer {
			footer = n
		}
		if err := f.free(n); err != nil {
			return nil, err
		}
	}
	if footer == nil || f.style == "" {
		return nil, errors.New("want a page with a style sheet, and a footer for the note that it is frozen")
	}
	paragraph := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
	paragraph.AppendChild(&html.Node{Type: html.TextNode, Data: note})
	footer.InsertBefore(paragraph, footer.FirstChild)
	var out bytes.Buffer
	if err := html.Render(&out, doc); err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	return out.Bytes(), nil
}

// free frees one element of what lies elsewhere.
func (f *frame) free(n *html.Node) error {
	switch {
	case n.DataAtom == atom.Link && attribute(n, "rel") == "canonical":
		n.Parent.RemoveChild(n) // an address of the site, which may move
		return nil
	case n.DataAtom == atom.Link && attribute(n, "rel") == "stylesheet" && f.style == "":
		f.style = attribute(n, "href")
		n.Attr = []html.Attribute{{Key: "rel", Val: "stylesheet"}, {Key: "href", Val: "../" + path.Base(StyleFile)}}
		return nil
	case n.DataAtom == atom.Link || n.DataAtom == atom.Script || attribute(n, "src") != "":
		return fmt.Errorf("it loads <%s %v>; want a page that needs no other file", n.Data, n.Attr)
	}
	for i, a := range n.Attr {
		if a.Key != "href" || strings.HasPrefix(a.Val, "#") {
			continue
		}
		to, fromRoot := strings.CutPrefix(a.Val, "/")
		if !fromRoot || strings.HasPrefix(to, "/") {
			return fmt.Errorf("a link to %s; want one from the root of the site", a.Val)
		}
		n.Attr[i].Val = strings.Repeat("../", strings.Count(f.folder, "/")+1) + to
	}
	return nil
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
