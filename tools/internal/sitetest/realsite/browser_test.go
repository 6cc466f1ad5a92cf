package realsite_test

import (
	"context"
	"flag"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// pagesToLookAt are one page of each kind that readers meet most, among them the profiles with
// the most statements, with the fewest, and with none.
func pagesToLookAt(s *Site) []string {
	statements := map[string]int{}
	for _, o := range s.Data.Observations {
		statements["/country/"+strings.ToLower(o.Country)+"/"]++
	}
	profiles := profilePaths(s)
	rich, poor, none := profiles[0], "", ""
	for _, path := range profiles {
		n := statements[path]
		if n > statements[rich] {
			rich = path
		}
		if n == 0 {
			none = path
		} else if poor == "" || n < statements[poor] {
			poor = path
		}
	}
	list := []string{"/", "/indicator/nsp/", "/indicator/women-in-treatment/", rich, poor, none, "/region/asia/",
		"/compare/", "/compare/western-europe/", "/country/", "/indicator/", "/region/", "/changes/", "/changes/western-and-central-africa/", "/changes/corrections/", "/changes/editions/", "/sources/", "/method/", "/data/", "/about/", "/about/glossary/", "/about/language/", "/topics/", "/topics/women/", "/topics/who-counts-what/", "/embed/nsp/", "/embed/women-in-treatment/", "/404.html", "/editions/"}
	if newest, any := edition.Newest(s.Data); any {
		list = append(list, "/editions/"+newest.Number+"/", "/editions/"+newest.Number+"/embed/nsp/")
	}
	return list
}

// look is a way to see a page.
type look struct {
	width  int64
	scheme string
}

var (
	looks     = []look{{360, "light"}, {1440, "dark"}}
	allLooks  = []look{{360, "light"}, {360, "dark"}, {768, "light"}, {768, "dark"}, {1440, "light"}, {1440, "dark"}}
	everyLook = flag.Bool("every-look", false, "look at whole pages of every language at each of three widths, light and dark")
)

// browser is one for all tests, which is started by the first that needs it.
var browser struct {
	once sync.Once
	ctx  context.Context
	err  error
}

func startBrowser(path string) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("disable-component-update", true))
	ctx, _ := chromedp.NewExecAllocator(context.Background(), options...)
	browser.ctx, _ = chromedp.NewContext(ctx) // stopBrowser ends both
	browser.err = chromedp.Do(browser.ctx)
}

func stopBrowser() error {
	if browser.ctx == nil {
		return nil
	}
	return chromedp.Cancel(browser.ctx)
}

// visit shows the built site to a new visitor, whom the browser has never seen, and gives its address.
func visit(t *testing.T, s *Site) (ctx context.Context, home string) {
	t.Helper()
	path := sitetest.Chromium(t)
	browser.once.Do(func() { startBrowser(path) })
	if browser.err != nil {
		t.Fatalf("browser: %v", browser.err)
	}
	server := httptest.NewServer(asServed(s))
	t.Cleanup(server.Close)
	ctx, stop := context.WithTimeout(browser.ctx, 10*time.Minute)
	t.Cleanup(stop)
	ctx, stopTab := chromedp.NewContext(ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(stopTab)
	if err := chromedp.Do(ctx, chromedp.Func(haveFocus)); err != nil {
		t.Fatalf("browser: %v", err)
	}
	return ctx, server.URL
}

// open shows a page.
func open(address string, l look) chromedp.Action[chromedp.Void] {
	return chromedp.Steps(l.set(), chromedp.Navigate(address))
}

// set gives the window a width and the reader a wish for light or dark.
func (l look) set() chromedp.Action[chromedp.Void] {
	scheme := chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: l.scheme}},
		})
		return err
	})
	return chromedp.Steps(chromedp.EmulateViewport(l.width, 900), scheme)
}

// violation is what axe finds wrong with an element.
type violation struct {
	ID, Help string
	Nodes    []struct {
		HTML           string
		FailureSummary string
	}
}

// violations has axe look at the page.
const violations = `axe.run(document, {resultTypes: ['violations'], runOnly: {type: 'tag',
	values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}}).then(found => found.violations)`

// prune takes away most rows of long tables and lists and most shapes of maps, which are made like those
// that stay: axe is slow on long pages.
const prune = `document.querySelectorAll('tbody tr:nth-child(n+6), li:nth-child(n+9), .map a:nth-of-type(n+9), dl > :nth-child(n+13), section > :nth-child(n+17), main section:nth-of-type(n+6)')
	.forEach(some => some.remove())`

// axe-core, which others maintain, finds nothing that keeps people from reading a page: neither
// against WCAG 2.2 AA nor against good practice; nothing sticks out of a narrow screen, nothing
// moves while a page appears, and the browser has nothing to complain of.
func TestPagesAreAccessible(t *testing.T) {
	s := Built(t)
	axe, err := os.ReadFile(filepath.Join(sitetest.NodeModules(t), "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	for lang, pages := range pagesByLanguage(s) {
		whole, pruned := looksAt(lang)
		widths, pruned := ofEachWidth(slices.Concat(whole, pruned)), slices.Clone(pruned)
		slices.Reverse(pruned) // to begin with the width that was measured last
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			ctx, home := visit(t, s)
			v := visitor{t, ctx, home}
			v.listen()
			for _, path := range pages {
				v.do(open(home+path, looks[0]), chromedp.Evaluate[chromedp.Void](string(axe)))
				v.standsStill(path)
				now := v.each(looks[0], whole, v.isAccessible, path)
				now = v.each(now, widths, v.fits, path)
				v.do(chromedp.Evaluate[chromedp.Void](prune))
				v.each(now, pruned, v.isAccessible, path)
			}
		})
	}
}

// looksAt gives the looks at which axe sees all of a page, and those at which it sees the page when most of
// what repeats is gone. Axe takes seconds for a long page.
func looksAt(lang string) (whole, pruned []look) {
	switch {
	case *everyLook:
		return allLooks, nil
	case lang == dataset.Languages[0]:
		return allLooks[:1], allLooks[1:]
	}
	return nil, looks
}

// ofEachWidth takes the first look of each width.
func ofEachWidth(all []look) (some []look) {
	for _, l := range all {
		if !slices.ContainsFunc(some, func(other look) bool { return other.width == l.width }) {
			some = append(some, l)
		}
	}
	return some
}

// each does something with the page that is shown at each of some looks, and gives the last of them. To lay a page
// out once more takes long, so the look that there is now stays where it is wanted.
func (v visitor) each(now look, at []look, do func(path string, l look), path string) look {
	for _, l := range at {
		if l != now {
			v.do(l.set())
		}
		do(path, l)
		now = l
	}
	return now
}

// isAccessible reports what axe finds wrong with the page that is shown.
func (v visitor) isAccessible(path string, l look) {
	v.Helper()
	found, err := chromedp.Run(v.ctx, chromedp.Evaluate[[]violation](violations, chromedp.EvalAwaitPromise))
	if err != nil {
		v.Fatalf("%s: %v", path, err)
	}
	for _, fault := range found {
		v.Errorf("%s %d %s: %s: %s, %d times, such as %s\n%s", path, l.width, l.scheme, fault.ID, fault.Help, len(fault.Nodes), fault.Nodes[0].HTML, fault.Nodes[0].FailureSummary)
	}
}

// fits reports a page that is wider than the screen.
func (v visitor) fits(path string, l look) {
	v.Helper()
	wide, err := chromedp.Run(v.ctx, chromedp.Evaluate[int](`document.documentElement.scrollWidth - innerWidth`))
	if err != nil || wide > 0 {
		v.Errorf("%s %d %s: the page is %d px wider than the screen, %v", path, l.width, l.scheme, wide, err)
	}
}

// standsStill reports a page that moves while it appears, as browsers measure it (Layout Instability, W3C).
func (v visitor) standsStill(path string) {
	v.Helper()
	moved := sees[float64](v, `await new Promise(done => { let sum = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value })
		.observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 20) })`)
	if moved > 0.05 {
		v.Errorf("%s: layout shift %.3f; want at most 0.05", path, moved)
	}
}

// pagesByLanguage are the English pages to look at, and of every other language one of each kind.
func pagesByLanguage(s *Site) map[string][]string {
	english := pagesToLookAt(s)
	list := map[string][]string{dataset.Languages[0]: english}
	for _, lang := range dataset.Languages[1:] {
		seen := map[string]bool{}
		for _, path := range english {
			if k := kind(path); !seen[k] && s.Page(inLanguage(path, lang)) != nil {
				seen[k] = true
				list[lang] = append(list[lang], inLanguage(path, lang))
			}
		}
	}
	return list
}
