package preview_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/harm-reduction-atlas/atlas/tools/internal/build"
	"github.com/harm-reduction-atlas/atlas/tools/internal/preview"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
)

const repository = "../../.."

// tinyRoot makes a checkout with the small data set, drawn as squares, and one page.
func tinyRoot(t testing.TB) string {
	t.Helper()
	root := t.TempDir()
	for _, part := range []struct{ from, to string }{
		{"tools/atlas/testdata/tiny", "."},
		{"tools/internal/preview/testdata/site", "."},
		{"data/i18n", "data/i18n"},
		{"content/indicators", "content/indicators"},
	} {
		overlay(t, os.DirFS(filepath.Join(repository, part.from)), filepath.Join(root, part.to))
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(repository, name))
		if err := errors.Join(err, os.WriteFile(filepath.Join(root, name), data, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// overlay copies files over those that are there.
func overlay(t testing.TB, from fs.FS, to string) {
	t.Helper()
	err := fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return errors.Join(err, os.MkdirAll(filepath.Join(to, name), 0o755))
		}
		data, err := fs.ReadFile(from, name)
		return errors.Join(err, os.WriteFile(filepath.Join(to, name), data, 0o644))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// log is what a preview prints; several goroutines write it.
type log struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// shown is a preview under test.
type shown struct {
	root, address string
	rules         []rule.Rule
	log           *log
	broken        chan error
	news          *bufio.Reader
}

var address = regexp.MustCompile(`http://localhost:\d+/`)

// serve shows a checkout until the test ends.
func serve(t testing.TB, root string, port int, rules ...rule.Rule) *shown {
	t.Helper()
	s := &shown{root: root, rules: append(rule.All(), rules...), log: &log{}, broken: make(chan error, 10)}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- preview.Serve(ctx, s.options(port)) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the preview ended with %v", err)
		}
	})
	for s.address == "" {
		select {
		case err := <-ended:
			ended <- nil
			t.Fatalf("the preview ended at once: %v\n%s", err, s.log)
		case <-time.After(20 * time.Millisecond):
			s.address = address.FindString(s.log.String())
		}
	}
	s.news = bufio.NewReader(s.open(t, "__atlas/findings"))
	return s
}

func (s *shown) options(port int) preview.Options {
	return preview.Options{
		Options: build.Options{Root: s.root, Rules: s.rules, Now: time.Now},
		Port:    port, Log: s.log, Every: 50 * time.Millisecond,
		Broken: func(err error) { s.broken <- err },
	}
}

// open asks for an address of the preview.
func (s *shown) open(t testing.TB, path string) io.Reader {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute) // no test is to wait for ever
	t.Cleanup(stop)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.address+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	if answer.StatusCode != http.StatusOK {
		t.Errorf("/%s: %s", path, answer.Status)
	}
	return answer.Body
}

func (s *shown) read(t testing.TB, path string) string {
	t.Helper()
	text, err := io.ReadAll(s.open(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// told is what a page is told.
type told struct {
	Built    int64
	Findings []struct{ Place, Text, Want string }
}

// await reads news until some fit.
func (s *shown) await(t testing.TB, want func(told) bool) told {
	t.Helper()
	for {
		line, err := s.news.ReadString('\n')
		if err != nil {
			t.Fatalf("the news ended: %v\n%s", err, s.log)
		}
		data, ok := strings.CutPrefix(line, "data: ")
		if !ok {
			continue
		}
		var now told
		if err := json.Unmarshal([]byte(data), &now); err != nil {
			t.Fatal(err)
		}
		if want(now) {
			return now
		}
	}
}

// awaitPage reads the page again after each piece of news, until it says something.
func (s *shown) awaitPage(t testing.TB, part string) {
	t.Helper()
	for !strings.Contains(s.read(t, ""), part) {
		s.await(t, func(told) bool { return true })
	}
}

func (s *shown) replace(t testing.TB, name, old, new string) {
	t.Helper()
	path := filepath.Join(s.root, name)
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), old) {
		t.Fatalf("%s does not hold %q: %v", name, old, err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(data), old, new, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}
