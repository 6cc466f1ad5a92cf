package realsite_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
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
	v.do(open(home+address, l), chromedp.Func(haveFocus))
	var lock sync.Mutex
	err := chromedp.Listen(ctx, func(event any) {
		lock.Lock()
		defer lock.Unlock()
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			t.Errorf("a script failed: %v", e.ExceptionDetails)
		case *log.EventEntryAdded:
			if e.Entry.Level == log.EntryLevelError {
				t.Errorf("the browser complains: %s %s", e.Entry.Text, e.Entry.URL)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	v.do(chromedp.Navigate(home+address), chromedp.Evaluate[chromedp.Void](`new Promise(done => setTimeout(done, 100))`, chromedp.EvalAwaitPromise))
	return v
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
	wait := `new Promise(done => setTimeout(() => requestAnimationFrame(done), 120)).then(() => (` + expression + `))`
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

const (
	focused  = `document.activeElement.getAttribute('aria-label')?.split(':')[0]`
	viewBox  = `document.querySelector('.map').getAttribute('viewBox').split(' ').map(Number).join(' ')`
	wholeMap = `document.querySelector('.map-figure').innerText + JSON.stringify([...document.querySelectorAll('.map a')].map(a => [a.ariaLabel,
		Object.entries(a.dataset).sort(), [...a.querySelectorAll('.area')].map(area => [area.getAttribute('class'), area.getAttribute('fill')])]))`
	yearSet = `document.querySelector('.years output').textContent`
)

// With the keyboard a map is one stop; arrows lead to neighbours, Home, End and letters by name.
func TestKeysMoveBetweenCountries(t *testing.T) {
	v := visitMap(t, "/indicator/nsp/", looks[1])
	v.is("stops", `String(document.querySelectorAll('.map a[tabindex="0"]').length)`, "1")
	v.do(chromedp.Evaluate[chromedp.Void](`void document.querySelector('.map a[data-country=KEN]').focus()`))
	for _, step := range []struct{ key, country string }{
		{kb.ArrowRight, "Somalia"}, {kb.ArrowUp, "Djibouti"}, {kb.ArrowLeft, "Sudan"}, {kb.Home, "Afghanistan"}, {kb.End, "Zimbabwe"},
		{"k", "Kazakhstan"}, {"e", "Kenya"}, {kb.ArrowDown, "Tanzania"}, {"b", "Bahamas"},
	} {
		v.do(chromedp.KeyEvent(step.key))
		v.is(fmt.Sprintf("after %q", step.key), focused, step.country)
		if step.key == "e" || step.key == kb.ArrowDown { // the pause after which letters begin anew
			sees[bool](v, `new Promise(done => setTimeout(() => done(true), 900))`)
		}
	}
	v.is("stops", `String(document.querySelectorAll('.map a[tabindex="0"]').length)`, "1")
	v.is("ring", `String(document.querySelectorAll('.ring > *').length > 0)`, "true")
	v.do(chromedp.KeyEvent(kb.Enter))
	v.is("page", `location.pathname`, "/country/bhs/")
}

// The card says what is known, beside the country and not over it, and Escape dismisses it.
func TestCardStandsBesideTheCountry(t *testing.T) {
	v := visitMap(t, "/indicator/nsp/", looks[0])
	for _, country := range []string{"KEN", "RUS", "NRU", "ZAF"} {
		v.do(chromedp.Evaluate[chromedp.Void](`void document.activeElement.blur()`), chromedp.KeyEvent(kb.Tab),
			chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`void document.querySelector('.map a[data-country=%s]').focus()`, country)))
		said := sees[string](v, `document.querySelector('.map-card:not([hidden])')?.textContent ?? 'nothing'`)
		name := sees[string](v, focused)
		if !strings.HasPrefix(said, name) {
			t.Errorf("the card of %s says %q", name, said)
		}
		covers := sees[bool](v, `(() => { const a = document.querySelector('.map-card').getBoundingClientRect(),
			b = document.activeElement.querySelector('.area:last-of-type').getBoundingClientRect();
			return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top; })()`)
		if covers {
			t.Errorf("the card covers %s", name)
		}
		v.do(chromedp.KeyEvent(kb.Escape))
		v.is("card after Escape", `String(document.querySelector('.map-card').hidden)`, "true")
	}
}

// chooseYear moves the slider as a reader does, to the n-th year that it offers.
func (v visitor) chooseYear(year string) {
	v.Helper()
	v.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`{ const tools = document.querySelector('.map-tools'), slider = tools.querySelector('[type=range]');
		slider.value = tools.dataset.periods.split(' ').indexOf('%s');
		for (const event of ['input', 'change']) slider.dispatchEvent(new Event(event)); }`, year)))
}

// A year shows what is concluded about that very year and nothing else, in colours, words,
// legend and sentence; the latest map comes back as it was.
func TestYearShowsThatYearAlone(t *testing.T) {
	for _, indicator := range []string{"nsp", "women-in-treatment", "people-who-inject"} {
		t.Run(indicator, func(t *testing.T) {
			v := visitMap(t, "/indicator/"+indicator+"/", looks[1])
			before := sees[string](v, wholeMap)
			v.chooseYear("2016")
			got := sees[map[string]string](v, `Object.fromEntries([...document.querySelectorAll('.map a')].map(a => [a.dataset.country, a.dataset.status]))`)
			want, counts := map[string]string{}, map[string]int{}
			for _, c := range Built(t).Data.Countries {
				if c.Profile {
					want[c.ISO3] = in2016(Built(t), indicator, c.ISO3)
					counts[want[c.ISO3]]++
				}
			}
			if diff := cmp.Diff(want, got); diff != "" || counts["no-data"] == len(want) {
				t.Errorf("(-want +got):\n%s", diff)
			}
			v.is("the year beside the slider", yearSet, "2016")
			v.is("address", `location.hash`, "#year=2016")
			sentence := sees[string](v, `document.querySelector('.map-summary').textContent`)
			if !strings.Contains(sentence, "about 2016 alone – ") || !strings.Contains(sentence, fmt.Sprintf("Nothing reported about that year: %d.", counts["no-data"])) {
				t.Errorf("the sentence says %q", sentence)
			}
			v.do(chromedp.Evaluate[chromedp.Void](`void history.back()`))
			after := sees[string](v, wholeMap)
			if after != before {
				t.Error("the latest map does not come back as it was")
			}
		})
	}
}

// in2016 gives what the data say about a country and 2016.
func in2016(s *Site, indicator, country string) string {
	series, _ := s.Atlas.Headline(indicator, country)
	for _, c := range series.Periods {
		if c.Period == 2016 {
			return string(c.State)
		}
	}
	return string(status.NoData)
}

// A link shows the same map again; links to other maps keep what is shown.
func TestAddressRestoresTheMap(t *testing.T) {
	v := visitMap(t, "/indicator/nsp/#year=2018&view=asia", looks[0])
	v.is("year", yearSet, "2018")
	v.is("region", `document.querySelector('.zoom select').selectedOptions[0].textContent`, "Asia")
	asia := sees[string](v, viewBox)
	v.is("a link to another map", `document.querySelector('.choose a[href*=oat]').hash`, "#year=2018&view=asia")
	v.do(chromedp.Evaluate[chromedp.Void](`void document.querySelector('[data-zoom=in]').click()`))
	if zoomed := sees[string](v, viewBox); zoomed == asia {
		t.Error("the button does not zoom in")
	}
	v.do(chromedp.Evaluate[chromedp.Void](`void history.back()`))
	v.is("after Back", viewBox, asia)
	v.do(chromedp.Evaluate[chromedp.Void](`void document.querySelector('[data-zoom=reset]').click()`))
	v.is("whole map", viewBox, sees[string](v, `'0 0 ' + document.querySelector('.map').getAttribute('viewBox').split(' ').slice(2).join(' ')`))
	v.is("address", `location.hash`, "#year=2018")
	foreign := sees[[]string](v, `performance.getEntriesByType('resource').map(({name}) => name).filter(name => !name.startsWith(location.origin))`)
	if len(foreign) > 0 {
		t.Errorf("the page asks elsewhere for %v", foreign)
	}
}

// Where the data of years cannot be had, the map stays as it is and says so.
func TestMissingYearsAreSaidInWords(t *testing.T) {
	files := http.FileServer(http.Dir(Built(t).Dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".json") {
			http.NotFound(w, r)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	ctx, _ := visit(t, Built(t))
	v := visitor{t, ctx, server.URL}
	v.do(open(server.URL+"/indicator/nsp/", looks[0]))
	v.chooseYear("2016")
	v.is("message", `document.querySelector('.map-tools [role=status]').textContent`,
		"The data of single years could not be loaded. The map shows the latest status.")
	v.is("year", yearSet, "latest")
}

// The table sorts by country, status and year; a third press gives the regions back.
func TestTableSorts(t *testing.T) {
	v := visitMap(t, "/indicator/nsp/", looks[1])
	groups := `String(document.querySelectorAll('.facts tbody').length)`
	v.is("groups", groups, "9")
	press := func(column string) {
		v.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`void document.querySelector('th[data-sort=%s] button').click()`, column)))
	}
	first := `document.querySelector('.facts tbody tr').cells[0].textContent`
	press("country")
	v.is("first", first, "Afghanistan")
	v.is("groups", groups, "1")
	press("country")
	v.is("first", first, "Zimbabwe")
	v.is("order", `document.querySelector('th[data-sort=country]').getAttribute('aria-sort')`, "descending")
	press("period")
	v.is("orders", `String(document.querySelectorAll('th[aria-sort]').length)`, "1")
	sorted := `(() => { const years = [...document.querySelectorAll('.facts td.n')].map(td => td.textContent).filter(Boolean);
		return String(years.length > 100 && years.every((y, i) => !i || years[i - 1] <= y)); })()`
	v.is("by year", sorted, "true")
	press("period")
	press("period")
	v.is("groups", groups, "9")
}

// Nothing that script adds keeps people from reading the page.
func TestMapsAreAccessibleInUse(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join(sitetest.NodeModules(t), "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range looks {
		t.Run(fmt.Sprint(l.width, l.scheme), func(t *testing.T) {
			v := visitMap(t, "/indicator/nsp/#year=2018&view=asia", l)
			v.do(chromedp.Evaluate[chromedp.Void](`{ document.querySelector('th[data-sort=country] button').click(); document.querySelector('.map a[data-country=IND]').focus(); }`))
			v.do(chromedp.Evaluate[chromedp.Void](string(axe)))
			for _, f := range sees[[]violation](v, runAxe) {
				t.Errorf("%s: %s, such as %s\n%s", f.ID, f.Help, f.Nodes[0].HTML, f.Nodes[0].FailureSummary)
			}
		})
	}
}

// Keys zoom a map that has the focus; the wheel scrolls the page until the map is meant.
func TestMapZooms(t *testing.T) {
	v := visitMap(t, "/indicator/nsp/", looks[1])
	whole := sees[string](v, viewBox)
	wheel := func(ctrl bool) {
		v.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`void document.querySelector('.map').dispatchEvent(
			new WheelEvent('wheel', {deltaY: -200, ctrlKey: %v, clientX: 400, clientY: 500, bubbles: true, cancelable: true}))`, ctrl)))
	}
	wheel(false)
	v.is("after the wheel", viewBox, whole)
	wheel(true)
	if sees[string](v, viewBox) == whole {
		t.Error("the wheel with the control key does not zoom")
	}
	v.do(chromedp.Evaluate[chromedp.Void](`void document.querySelector('.map a[data-country=JPN]').focus()`))
	inside := `(() => { const a = document.activeElement.querySelector('.area').getBoundingClientRect(), b = document.querySelector('.map').getBoundingClientRect();
		return String(a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1); })()`
	v.is("the focused country is in sight", inside, "true")
	v.do(chromedp.KeyEvent("0"))
	v.is("after 0", viewBox, whole)
	v.do(chromedp.KeyEvent("+"), chromedp.KeyEvent("+"))
	if sees[string](v, viewBox) == whole {
		t.Error("the key + does not zoom")
	}
	v.do(chromedp.KeyEvent("-"), chromedp.KeyEvent("-"))
	v.is("after + and -", viewBox, whole)
}

// Without script a map shows no control that does nothing.
func TestMapToolsAreHiddenWithoutScript(t *testing.T) {
	tools := 0
	for _, p := range Built(t).Pages {
		for _, n := range All(p.Doc, Class("map-tools")) {
			tools++
			if !HasAttr(n, "hidden") {
				t.Errorf("%s shows what needs script", p.Path)
			}
		}
	}
	if tools < 24 {
		t.Errorf("only %d maps have tools", tools)
	}
}
