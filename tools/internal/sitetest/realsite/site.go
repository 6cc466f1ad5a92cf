// Package realsite builds the site from the real data once for a run of tests, and reads its
// pages as the people who visit them do: through their HTML.
package realsite

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
	"github.com/harm-reduction-atlas/atlas/tools/internal/serving"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Site is the built site beside the data that it was built from.
type Site struct {
	// Dir is the folder of the site, Root that of the checkout.
	Dir, Root string
	Data      *dataset.Dataset
	Atlas     *status.Atlas
	// Pages are the English pages by address, which tests hold to the data; All are those of every
	// language, which tests hold to the English ones. Frozen are those that lie in editions:
	// nothing that is built now can change them.
	Pages, All, Frozen []*Page
	// Headers are what the site asks its server to send with files.
	Headers []serving.Rule
	// made is the folder that Built made; Clean removes it.
	made string
}

var (
	once  sync.Once
	built *Site
	fault error
)

// Built gives the site, built by the first test that asks for it. With -short the test is
// skipped, since a build takes some ten seconds.
func Built(t testing.TB) *Site {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the real site")
	}
	once.Do(func() { built, fault = buildSite() })
	if fault != nil {
		t.Fatalf("build of the real site: %v", fault)
	}
	return built
}

// Clean removes what Built made; a TestMain calls it at the end.
func Clean() error {
	if built == nil {
		return nil
	}
	return os.RemoveAll(built.made)
}

func buildSite() (*Site, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "atlas-site-*")
	if err != nil {
		return nil, err
	}
	out := filepath.Join(dir, "public")
	_, err = build.Run(context.Background(), build.Options{
		Root: root, Out: out, Rules: rulebook.All(),
		Progress: func(string) {}, Now: time.Now,
	})
	if err != nil {
		return nil, err
	}
	s, err := read(root, out)
	s.made = dir
	return s, err
}

// read reads a site that was built from the data at root.
func read(root, dir string) (s *Site, err error) {
	s = &Site{Dir: dir, Root: root, Data: dataset.Load(os.DirFS(root))}
	s.Atlas = status.Of(s.Data)
	if s.Headers, err = readHeaders(s.Dir); err != nil {
		return s, err
	}
	pages, err := readPages(s.Dir)
	if err != nil {
		return s, err
	}
	archived, err := archived(s.Data)
	for _, p := range pages {
		if archived[p.Path] {
			s.Frozen = append(s.Frozen, p)
			continue
		}
		s.All = append(s.All, p)
		if p.Lang == dataset.Languages[0] {
			s.Pages = append(s.Pages, p)
		}
	}
	return s, err
}

func readHeaders(dir string) ([]serving.Rule, error) {
	text, err := os.ReadFile(filepath.Join(dir, "_headers"))
	if err != nil {
		return nil, fmt.Errorf("headers of the site: %w", err)
	}
	return serving.Read(string(text))
}

// archived gives the addresses of the pages in editions.
func archived(d *dataset.Dataset) (map[string]bool, error) {
	addresses := map[string]bool{}
	for _, card := range edition.List(d) {
		files, err := edition.Open(d, card.Number)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			addresses["/editions/"+card.Number+"/"+strings.TrimSuffix(f.Path, "index.html")] = true
		}
	}
	return addresses, nil
}

// readPages parses every HTML file, on every core.
func readPages(dir string) ([]*Page, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".html") {
			files = append(files, path)
		}
		return err
	})
	pages, errs := make([]*Page, len(files)), make([]error, len(files))
	var group sync.WaitGroup
	free := make(chan bool, runtime.GOMAXPROCS(0))
	for i, file := range files {
		free <- true
		group.Go(func() {
			pages[i], errs[i] = readPage(dir, file)
			<-free
		})
	}
	group.Wait()
	slices.SortFunc(pages, func(a, b *Page) int { return strings.Compare(a.Path, b.Path) })
	return pages, firstError(append(errs, err))
}

func readPage(dir, file string) (*Page, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return &Page{}, err
	}
	doc, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return &Page{}, fmt.Errorf("%s: %w", file, err)
	}
	rel, err := filepath.Rel(dir, file)
	address := "/" + strings.TrimSuffix(filepath.ToSlash(rel), "index.html")
	lang, english := InEnglish(address)
	return &Page{Path: address, Lang: lang, English: english, HTML: text, Doc: doc}, err
}

func firstError(errs []error) error {
	i := slices.IndexFunc(errs, func(err error) bool { return err != nil })
	if i < 0 {
		return nil
	}
	return errs[i]
}

// moduleRoot finds the folder of the checkout above the test's own.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	for err == nil {
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); missing == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("no go.mod in this folder or above")
		}
		dir = filepath.Dir(dir)
	}
	return "", err
}
