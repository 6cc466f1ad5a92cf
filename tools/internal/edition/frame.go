package edition

import (
	"bytes"
	"errors"
	"fmt"
	"path"
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
	var out bytes.Buffer
	noted := false
	for z := html.NewTokenizer(bytes.NewReader(page)); z.Next() != html.ErrorToken; {
		raw := string(z.Raw()) // what need not change stays byte for byte
		token := z.Token()
		if token.Type == html.StartTagToken || token.Type == html.SelfClosingTagToken {
			var err error
			if raw, err = f.free(token, raw); err != nil {
				return nil, err
			}
		}
		out.WriteString(raw)
		if token.Type == html.StartTagToken && token.DataAtom == atom.Footer {
			out.WriteString("<p>" + html.EscapeString(note) + "</p>")
			noted = true
		}
	}
	if !noted || f.style == "" {
		return nil, errors.New("want a page with a style sheet, and a footer for the note that it is frozen")
	}
	return out.Bytes(), nil
}

// free gives a tag that needs nothing from elsewhere.
func (f *frame) free(tag html.Token, raw string) (string, error) {
	switch rel := attribute(tag, "rel"); {
	case tag.DataAtom == atom.Link && rel == "canonical":
		return "", nil // an address of the site, which may move
	case tag.DataAtom == atom.Link && rel == "stylesheet" && f.style == "":
		f.style = attribute(tag, "href")
		return `<link rel="stylesheet" href="../` + path.Base(StyleFile) + `">`, nil
	case tag.DataAtom == atom.Link || tag.DataAtom == atom.Script || attribute(tag, "src") != "":
		return "", fmt.Errorf("it loads %s; want a page that needs no other file", raw)
	}
	to := attribute(tag, "href")
	if to == "" || strings.HasPrefix(to, "#") {
		return raw, nil
	}
	freed := strings.Replace(raw, ` href="/`, ` href="`+strings.Repeat("../", strings.Count(f.folder, "/")+1), 1)
	if freed == raw || strings.HasPrefix(to, "//") {
		return "", fmt.Errorf("a link to %s; want one from the root of the site", to)
	}
	return freed, nil
}

func attribute(tag html.Token, key string) string {
	for _, a := range tag.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
