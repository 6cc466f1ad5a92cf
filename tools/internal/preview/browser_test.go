package preview_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// screen is a browser that looks at the preview, in the dark.
type screen struct {
	*testing.T
	ctx context.Context
}

func look(t *testing.T, address string) screen {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(sitetest.Chromium(t)), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("disable-component-update", true))
	ctx, stop := context.WithTimeout(t.Context(), 2*time.Minute)
	t.Cleanup(stop)
	ctx, stopBrowser := chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(stopBrowser)
	ctx, stopTab := chromedp.NewContext(ctx)
	t.Cleanup(stopTab)
	s := screen{t, ctx}
	s.do(chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}},
		})
		return err
	}), chromedp.Navigate(address))
	return s
}

func (s screen) do(actions ...chromedp.Action[chromedp.Void]) {
	s.Helper()
	if err := chromedp.Do(s.ctx, actions...); err != nil {
		s.Fatal(err)
	}
}

// seen is what a reader sees of the page and of the banner.
const seen = `document.body.innerText + '\n' + (document.getElementById('atlas-preview')?.shadowRoot.querySelector('div').innerText ?? '')`

// await looks until what is seen fits.
func (s screen) await(about string, want func(string) bool) string {
	s.Helper()
	for {
		text, err := chromedp.Run(s.ctx, chromedp.Evaluate[string](seen))
		if err == nil && want(text) {
			return text
		}
		if s.ctx.Err() != nil {
			s.Fatalf("never seen: %s; but %q, %v", about, text, err)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func (s screen) awaitText(part string) string {
	s.Helper()
	return s.await(part, func(text string) bool { return strings.Contains(text, part) })
}

// press clicks the banner's button.
const press = `document.getElementById('atlas-preview').shadowRoot.querySelector('button').click()`

// TestBanner looks at a page whose content security policy allows nothing but its own files.
func TestBanner(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: runs Hugo and a browser")
	}
	s := serve(t, tinyRoot(t), 0)
	page := look(t, s.address)
	page.awaitText(yes)

	s.replace(t, table, "KEN,2024,yes", "KEN,2024,maybe")
	text := page.awaitText(table + ":11:10: error value: \"maybe\"; want yes, no or unknown")
	if !strings.Contains(text, yes) {
		t.Errorf("the last good page is gone: %q", text)
	}
	t.Run("axe-core finds nothing wrong with it", func(t *testing.T) { screen{t, page.ctx}.accessible() })

	page.do(chromedp.Evaluate[chromedp.Void](press))
	page.await("no banner once it is dismissed", func(text string) bool { return !strings.Contains(text, "repair") })

	s.replace(t, table, "KEN,2024,maybe", "KEN,2024,perhaps")
	page.awaitText(`"perhaps"`)

	s.replace(t, table, "KEN,2024,perhaps", "KEN,2024,no")
	page.await("the new page without a banner", func(text string) bool {
		return strings.Contains(text, "Kenya nsp: no") && !strings.Contains(text, "repair")
	})
}

// accessible has axe-core, which others maintain, look at the banner.
func (s screen) accessible() {
	s.Helper()
	axe, err := os.ReadFile(filepath.Join(sitetest.NodeModules(s.T), "axe-core", "axe.min.js"))
	if err != nil {
		s.Fatal(err)
	}
	s.do(chromedp.Evaluate[chromedp.Void](string(axe)))
	found, err := chromedp.Run(s.ctx, chromedp.Evaluate[[]string](
		`axe.run('#atlas-preview').then(found => found.violations.map(v => v.id + ': ' + v.help))`, chromedp.EvalAwaitPromise))
	if err != nil || len(found) > 0 {
		s.Errorf("the banner: %q, %v", found, err)
	}
}
