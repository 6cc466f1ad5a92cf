package realsite_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// With the keyboard a map is one stop; arrows lead to neighbours, Home, End and letters by name.
func TestKeysMoveBetweenCountries(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
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

// Nothing that script adds keeps people from reading the page.
func TestMapsAreAccessibleInUse(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile(filepath.Join(sitetest.NodeModules(t), "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range looks {
		t.Run(fmt.Sprint(l.width, l.scheme), func(t *testing.T) {
			v := visitMap(t, "/indicator/nsp/#year=2018&view=asia", l)
			v.do(chromedp.Evaluate[chromedp.Void](`{ document.querySelector('th[data-sort=country] button').click(); document.querySelector('.map a[data-country=IND]').focus(); }`))
			v.do(chromedp.Evaluate[chromedp.Void](string(axe)))
			for _, f := range sees[[]violation](v, violations) {
				t.Errorf("%s: %s, such as %s\n%s", f.ID, f.Help, f.Nodes[0].HTML, f.Nodes[0].FailureSummary)
			}
		})
	}
}

// Keys zoom a map that has the focus; the wheel scrolls the page until the map is meant.
func TestMapZooms(t *testing.T) {
	t.Parallel()
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
	for _, p := range Built(t).All {
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
