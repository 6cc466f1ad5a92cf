package realsite_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/serving"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// asServed serves the site with the headers that its own file asks for.
func asServed(s *Site) http.Handler {
	files := http.FileServer(http.Dir(s.Dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, h := range serving.For(s.Headers, r.URL.Path) {
			w.Header().Set(h.Name, h.Value)
		}
		files.ServeHTTP(w, r)
	})
}

// Every file of the site comes with headers that fit it, and no header comes twice.
func TestFilesAreServedAsWhatTheyAre(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, path := range files(t, s.Dir, ".html", ".svg", ".png", ".css", ".js", ".json", ".csv", ".geojson", ".bib", ".ris", ".xml", ".zip", ".txt") {
		name, err := filepath.Rel(s.Dir, path)
		if err != nil {
			t.Fatal(err)
		}
		address := "/" + strings.TrimSuffix(filepath.ToSlash(name), "index.html")
		got := map[string]string{}
		for _, h := range serving.For(s.Headers, address) {
			if got[h.Name] != "" {
				f.addf("%s: %s twice", address, h.Name)
			}
			got[h.Name] = h.Value
		}
		if wrong := served(filepath.Ext(path), address, got); wrong != "" {
			f.addf("%s: %s: %q", address, wrong, got)
		}
	}
}

// served tells what is wrong with the headers of a file.
func served(ext, address string, got map[string]string) string {
	policy, framed := got["Content-Security-Policy"], strings.Contains(address, "/embed/")
	switch {
	case got["X-Content-Type-Options"] != "nosniff" || got["Referrer-Policy"] != "no-referrer" || got["Permissions-Policy"] == "":
		return "what holds for every file is missing"
	case ext == ".html" && !strings.HasPrefix(policy, "default-src 'none'; "):
		return "a page without a policy"
	case ext == ".html" && strings.Contains(policy, "frame-ancestors *") != framed:
		return "the wrong pages can be put into frames"
	case ext == ".svg" && address != "/favicon.svg" && !strings.HasSuffix(policy, "; sandbox"):
		return "a picture that may do more than be looked at"
	case (ext == ".css" || ext == ".js") && !framed && !strings.Contains(got["Cache-Control"], "immutable"):
		return "a file that never changes is asked for again"
	case strings.HasPrefix(address, "/data/v1/") && got["Access-Control-Allow-Origin"] != "*":
		return "data that no other site can read"
	}
	return ""
}

// Where a server says nothing, the page itself does, before it loads anything.
func TestPagesSayTheirPolicyThemselves(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, p := range s.All {
		head := First(p.Doc, Tag("head"))
		said := All(head, func(n *html.Node) bool { return n.Data == "link" || n.Data == "script" || HasAttr(n, "http-equiv") })
		if len(said) == 0 || Attr(said[0], "http-equiv") != "Content-Security-Policy" {
			f.addf("%s loads something before it says its policy", p.Path)
			continue
		}
		policy := Attr(said[0], "content")
		if sent := serving.For(s.Headers, p.Path); !strings.HasPrefix(valueOf(sent, "Content-Security-Policy"), policy+"; frame-ancestors ") {
			f.addf("%s: the head says %q, the server %q", p.Path, policy, sent)
		}
		if strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") || strings.Contains(policy, "http") {
			f.addf("%s allows too much: %s", p.Path, policy)
		}
		if Attr(First(head, Tag("meta"), Is("name", "referrer")), "content") != "no-referrer" {
			f.addf("%s tells other sites where a reader came from", p.Path)
		}
	}
}

func valueOf(headers []serving.Header, name string) string {
	for _, h := range headers {
		if h.Name == name {
			return h.Value
		}
	}
	return ""
}
