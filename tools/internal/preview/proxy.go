package preview

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// static is the folder of the public files that Hugo does not make.
const static = "build/static"

// own holds the script and the styles that pages get here and nowhere else.
//
//go:embed page
var own embed.FS

// builtHeader carries to the answer what the site was when the page was asked for.
const builtHeader = "X-Atlas-Built"

// handler answers browsers: news and our own files, public files as they lie, pages from Hugo.
func (p *preview) handler(hugo string) http.Handler {
	page, _ := fs.Sub(own, "page") // the name is valid
	mux := http.NewServeMux()
	mux.Handle("GET /__atlas/findings", p.news)
	mux.Handle("GET /__atlas/", http.StripPrefix("/__atlas/", http.FileServerFS(page)))
	mux.Handle("/", p.files(&httputil.ReverseProxy{
		Rewrite:        func(r *httputil.ProxyRequest) { p.ask(r, hugo) },
		ModifyResponse: addScript,
		ErrorHandler:   notYet,
	}))
	return mux
}

// files serves public files and leaves everything else to Hugo.
func (p *preview) files(pages http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file, err := os.OpenInRoot(filepath.Join(p.Root, filepath.FromSlash(static)), strings.Trim(r.URL.Path, "/"))
		if err != nil {
			pages.ServeHTTP(w, r)
			return
		}
		defer file.Close()
		info, err := file.Stat()
		if err != nil || info.IsDir() {
			pages.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		http.ServeContent(w, r, info.Name(), info.ModTime(), file)
	})
}

// ask sends a request on to Hugo, for the whole page as it is now.
func (p *preview) ask(r *httputil.ProxyRequest, hugo string) {
	r.SetURL(&url.URL{Scheme: "http", Host: hugo})
	for _, name := range []string{"Accept-Encoding", "If-Modified-Since", "If-None-Match", "Range"} {
		r.Out.Header.Del(name)
	}
	now, _ := p.news.now()
	r.Out.Header.Set(builtHeader, strconv.FormatInt(now.Built, 10))
}

// addScript lets a page hear of findings and of its successor. A file of this address, not a line
// of the page: so it works under any content security policy that allows the site's own scripts.
func addScript(r *http.Response) error {
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
		return nil
	}
	page, err := io.ReadAll(r.Body)
	if err != nil {
		return fmt.Errorf("page from hugo: %w", err)
	}
	page = bytes.Replace(page, []byte("</head>"), []byte(script(r.Request)+"</head>"), 1)
	r.Body = io.NopCloser(bytes.NewReader(page))
	r.ContentLength = int64(len(page))
	r.Header.Set("Content-Length", strconv.Itoa(len(page)))
	r.Header.Set("Cache-Control", "no-store")
	r.Header.Del("Last-Modified")
	return nil
}

func script(r *http.Request) string {
	return fmt.Sprintf(`<script type="module" src="/__atlas/banner.js?built=%s"></script>`, r.Header.Get(builtHeader))
}

// notYet stands in for pages until Hugo answers.
func notYet(w http.ResponseWriter, r *http.Request, _ error) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusServiceUnavailable)
	fmt.Fprintf(w, `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>The site is being made</title>%s</head>
<body><p>The site is being made. This page shows it as soon as it is there.</p></body>
</html>
`, script(r))
}
