package realsite_test

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A reader without a mouse goes from the first page to a country on the map, from its answer to the source,
// and back, and leaves nothing on the machine.
func TestAWalkByKeyboard(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/", looks[1])
	v.tabTo("a country on the map", `!!document.activeElement.closest('.map')`)
	v.do(chromedp.KeyEvent("k"), chromedp.KeyEvent("e"))
	v.is("the country", focused, "Kenya")
	v.do(chromedp.KeyEvent(kb.Enter))
	v.becomes("its page", `location.pathname`, "/country/ken/")

	v.tabTo("a source", `document.activeElement.matches('a.source')`)
	source := sees[string](v, `document.activeElement.hash`)
	v.do(chromedp.KeyEvent(kb.Enter))
	v.becomes("the sources", `location.pathname + location.hash`, "/sources/"+source)
	if name := sees[string](v, `document.querySelector(':target')?.querySelector('cite')?.textContent ?? ''`); name == "" {
		t.Errorf("no publication stands at %s", source)
	}

	for _, page := range []string{"/country/ken/", "/"} {
		v.do(chromedp.Evaluate[chromedp.Void](`history.back()`)) // a page kept in memory is not loaded again
		v.becomes("the way back", `location.pathname`, page)
	}
	v.is("what is stored", `String(localStorage.length + sessionStorage.length)`, "0")
	v.do(chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		kept, err := cdp.Call(ctx, tab, network.GetCookies, network.GetCookiesParams{})
		if err == nil && len(kept.Cookies) > 0 {
			t.Errorf("the site left %d cookies", len(kept.Cookies))
		}
		return err
	}))
}

// tabTo goes on with the Tab key until something has the focus.
func (v visitor) tabTo(what, reached string) {
	v.Helper()
	for range 150 {
		v.do(chromedp.KeyEvent(kb.Tab))
		at, err := chromedp.Run(v.ctx, chromedp.Evaluate[bool](reached))
		if err != nil {
			v.Fatal(err)
		}
		if at {
			return
		}
	}
	v.Fatalf("%s is not reached with 150 steps of the Tab key", what)
}
