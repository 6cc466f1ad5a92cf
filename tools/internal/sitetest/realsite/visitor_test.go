package realsite_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// visitor is somebody in front of a page with a map.
type visitor struct {
	*testing.T
	ctx  context.Context
	home string
}

// visitMap opens a page with a map; no script may fail while the test runs.
func visitMap(t *testing.T, address string, l look) visitor {
	t.Helper()
	ctx, home := visit(t, Built(t))
	v := visitor{t, ctx, home}
	v.listen()
	v.do(open(home+address, l), chromedp.Evaluate[chromedp.Void](`new Promise(done => setTimeout(done, 100))`, chromedp.EvalAwaitPromise))
	return v
}

// listen fails the test if a script fails, the browser complains or a page asks another host for something.
func (v visitor) listen() {
	v.Helper()
	var lock sync.Mutex
	err := chromedp.Listen(v.ctx, func(event any) {
		lock.Lock()
		defer lock.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if address := e.Request.URL; !strings.HasPrefix(address, "http://127.0.0.1:") && !strings.HasPrefix(address, "data:") {
				v.Errorf("a page asks another host: %s", address)
			}
		case *runtime.EventExceptionThrown:
			v.Errorf("a script failed: %v", e.ExceptionDetails)
		case *log.EventEntryAdded:
			// Browsers ask for an icon where a frame is opened by itself.
			if e.Entry.Level == log.EntryLevelError && !strings.HasSuffix(e.Entry.URL, "/favicon.ico") {
				v.Errorf("the browser complains: %s %s", e.Entry.Text, e.Entry.URL)
			}
		}
	})
	if err != nil {
		v.Fatal(err)
	}
}

// haveFocus lets a page believe that it is the one in front.
func haveFocus(ctx context.Context, tab *chromedp.Target) error {
	_, err := cdp.Call(ctx, tab, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return err
}

func (v visitor) do(steps ...chromedp.Action[chromedp.Void]) {
	v.Helper()
	if err := chromedp.Do(v.ctx, steps...); err != nil {
		v.Fatal(err)
	}
}

// sees evaluates an expression, after what is under way has been drawn.
func sees[T any](v visitor, expression string) T {
	v.Helper()
	wait := `new Promise(done => setTimeout(() => requestAnimationFrame(done), 120)).then(async () => (` + expression + `))`
	got, err := chromedp.Run(v.ctx, chromedp.Evaluate[T](wait, chromedp.EvalAwaitPromise))
	if err != nil {
		v.Fatal(err)
	}
	return got
}

func (v visitor) is(what, expression, want string) {
	v.Helper()
	if got := sees[string](v, expression); got != want {
		v.Errorf("%s: %q; want %q", what, got, want)
	}
}

// becomes waits for what the page fetches first, for at least ten seconds: tests share the machine.
func (v visitor) becomes(what, expression, want string) {
	v.Helper()
	got := ""
	for range 85 {
		if got = sees[string](v, expression); got == want {
			return
		}
	}
	v.Errorf("%s: %q; want %q", what, got, want)
}

const (
	focused  = `document.activeElement.getAttribute('aria-label')?.split(':')[0]`
	viewBox  = `document.querySelector('.map').getAttribute('viewBox').split(' ').map(Number).join(' ')`
	wholeMap = `document.querySelector('.map-figure').innerText + JSON.stringify([...document.querySelectorAll('.map a')].map(a => [a.ariaLabel,
		Object.entries(a.dataset).sort(), [...a.querySelectorAll('.area')].map(area => [area.getAttribute('class'), area.getAttribute('fill')])]))`
	yearSet = `document.querySelector('.years output').textContent`
)
