package realsite_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Every page but the embedded ones has the finder, which without script is a link to a list of
// every country, and shows no field that does nothing.
func TestFinderIsALinkWithoutScript(t *testing.T) {
	t.Parallel()
	s, f := Built(t), newFaults(t)
	for _, p := range s.Pages {
		if kind(p.Path) == "embed/…" {
			continue
		}
		link, form := only(f, p, Class("find-link")), only(f, p, Tag("form"), Class("find"), func(n *html.Node) bool { return Closest(n, Tag("header")) != nil })
		if link == nil || form == nil {
			continue
		}
		if Attr(link, "href") != "/country/" || !HasAttr(form, "hidden") {
			f.addf("%s: the link leads to %q; the form is hidden: %t", p.Path, Attr(link, "href"), HasAttr(form, "hidden"))
		}
	}
	if n := len(All(First(s.Page("/country/").Doc, Class("finder")), Tag("li"))); n != 243 {
		t.Errorf("the list has %d countries", n)
	}
	ctx, home := visit(t, s)
	for _, test := range []struct {
		off  bool
		want string
	}{{true, "link"}, {false, "field"}} {
		if err := chromedp.Do(ctx, noScript(test.off), open(home+"/country/ken/", looks[0])); err != nil {
			t.Fatal(err)
		}
		seen, err := chromedp.Run(ctx, chromedp.Evaluate[string](
			`Object.entries({link: '.find-link', field: '.find'}).filter(([_, part]) => document.querySelector(part).checkVisibility({visibilityProperty: true})).map(([name]) => name).join()`))
		if err != nil || seen != test.want {
			t.Errorf("script off %t: shows %q, want %q (%v)", test.off, seen, test.want, err)
		}
	}
}

// noScript turns the scripts of pages off, or on again.
func noScript(off bool) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off})
		return err
	})
}

// It finds by any name in five languages, by former and common names and by codes, whatever
// accents and case; indicators by what people call them; and a slip of the pen is forgiven. The
// first of the list comes first here, with the name that fitted and how many were found.
func TestFinderFinds(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/about/", looks[0])
	tests := []struct{ typed, want string }{
		{"kenya", "Kenya|Found: 1. First: Kenya."},
		{"KEN", "Kenya|Found: 1. First: Kenya."},
		{"ke", "Kenya|Found: 2. First: Kenya."},
		{" cote d", "Côte d’Ivoire|Found: 1. First: Côte d’Ivoire."},
		{"Côte d'Iv", "Côte d’Ivoire|Found: 1. First: Côte d’Ivoire."},
		{"ivory", "Côte d’Ivoire Ivory Coast|Found: 1. First: Côte d’Ivoire."},
		{"Burma", "Myanmar Burma|Found: 1. First: Myanmar."},
		{"swaziland", "Eswatini Swaziland|Found: 1. First: Eswatini."},
		{"czech republic", "Czechia Czech Republic|Found: 1. First: Czechia."},
		{"holland", "Netherlands Holland|Found: 1. First: Netherlands."},
		{"turkiye", "Türkiye|Found: 1. First: Türkiye."},
		{"Кения", "Kenya Кения|Found: 1. First: Kenya."},
		{"كينيا", "Kenya كينيا|Found: 1. First: Kenya."},
		{"niger", "Niger|Found: 2. First: Niger."},
		{"trinidad tobago", "Trinidad & Tobago|Found: 1. First: Trinidad & Tobago."},
		{"saint lucia", "St. Lucia|Found: 1. First: St. Lucia."},
		{"kazakstan", "Kazakhstan|Found: 1. First: Kazakhstan."},
		{"methadone", "Opioid agonist therapy methadone|Found: 5. First: Opioid agonist therapy."},
		{"needle exchange", "Needle and syringe programmes needle exchange|Found: 3. First: Needle and syringe programmes."},
		{"OAT", "Opioid agonist therapy|Found: 2. First: Opioid agonist therapy."},
		{"eurasia", "Eurasia|Found: 1. First: Eurasia."},
		{"методы", "|Nothing matches. Try another spelling, or a code such as KEN."},
		{"atlantis", "|Nothing matches. Try another spelling, or a code such as KEN."},
		{" ", "(closed)"},
	}
	const found = `(popup => popup.hidden ? '(closed)' : (popup.querySelector('a')?.textContent ?? '') + '|' + popup.querySelector('[role=status]').textContent)(document.querySelector('.found'))`
	for _, test := range tests {
		v.do(chromedp.Evaluate[chromedp.Void](`document.getElementById('find').focus(); document.getElementById('find').select()`), insert(test.typed))
		v.becomes(test.typed, found, test.want)
	}
}

// insert types a text of any script at once.
func insert(text string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, input.InsertText, input.InsertTextParams{Text: text})
		return err
	})
}

// slash presses that key as a browser does: what the page takes for itself is not typed.
var slash = chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
	_, err := cdp.Call(ctx, tab, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyDown", Key: "/", Text: "/"})
	return err
})

// The list is fetched when somebody begins, not before; keys do everything, and what the field
// and its list are to a screen reader follows.
func TestFinderByKeyboard(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/country/ken/", looks[1])
	fetched := `String(performance.getEntriesByType('resource').filter(r => /finder/.test(r.name)).length)`
	state := `(f => [document.activeElement === f, f.ariaExpanded, f.getAttribute('aria-activedescendant') && document.getElementById(f.getAttribute('aria-activedescendant')).textContent,
		document.querySelectorAll('#find-list [aria-selected=true]').length, f.value].join())(document.getElementById('find'))`
	v.is("fetched at first", fetched, "0")
	v.do(slash)
	v.becomes("after the key", state, "true,false,,0,")
	v.do(chromedp.KeyEvent("guinea"))
	v.becomes("typed", state, "true,true,,0,guinea")
	v.becomes("fetched now", fetched, "2")
	v.do(chromedp.KeyEvent(kb.ArrowDown))
	v.becomes("down", state, "true,true,Guinea,1,guinea")
	v.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.ArrowUp))
	v.becomes("up from the first leads to the last", state, "true,true,Papua New Guinea,1,guinea")
	v.do(chromedp.KeyEvent(kb.Escape))
	v.becomes("closed", state, "true,false,,0,guinea")
	v.do(chromedp.KeyEvent(kb.Escape))
	v.becomes("emptied", state, "true,false,,0,")
	v.do(chromedp.KeyEvent("ivory"), chromedp.KeyEvent(kb.Enter))
	v.becomes("at", `location.pathname`, "/country/civ/")
	v.becomes("ready for keys", `document.readyState`, "complete")
	v.do(slash, chromedp.KeyEvent("guinea"))
	v.becomes("typed again", state, "true,true,,0,guinea")
	v.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	v.becomes("at", `location.pathname`, "/country/gnb/")
}

// A key alone must be one that a reader can turn off; it stays off on other pages.
func TestTheKeyCanBeTurnedOff(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/about/", looks[1])
	v.do(slash, chromedp.KeyEvent("guinea"))
	v.becomes("open", `String(document.querySelectorAll('#find-list a').length)`, "4")
	v.do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab))
	v.becomes("at", `document.activeElement.textContent`, "Turn off the key /")
	v.do(chromedp.KeyEvent(kb.Enter))
	v.becomes("at", `document.activeElement.textContent`, "Turn on the key /")
	v.do(chromedp.Navigate(v.home+"/data/"), slash)
	v.is("pressed", `document.activeElement.tagName`, "BODY")
}

// The page for a wrong address names what was meant, by the last word that is like a name; where
// there is none, it shows no empty heading.
func TestWrongAddressNamesWhatWasMeant(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/404.html", looks[0])
	found := `document.querySelector('.meant').hidden ? 'hidden' : [...document.querySelectorAll('.meant a')].map(a => new URL(a.href).pathname).join()`
	for address, want := range map[string]string{
		"/country/kenia/":               "/country/ken/",
		"/en/Ivory-Coast.html":          "/country/civ/",
		"/indicator/methadone/":         "/indicator/oat/,/indicator/oat-sites/,/indicator/oat-coverage/",
		"/country/c%C3%B4te%20d'ivoire": "/country/civ/",
		"/nothing/of/the-kind/":         "hidden",
	} {
		v.do(chromedp.Evaluate[chromedp.Void](`fetch('/404.html').then(a => a.text()).then(text => { history.pushState(null, '', "`+address+`"); document.open(); document.write(text); document.close(); })`, chromedp.EvalAwaitPromise))
		v.becomes(address, found, want)
	}
}

// Somebody whose browser runs no script reads both kinds of comparison.
func TestCompareReadsWithoutScript(t *testing.T) {
	t.Parallel()
	ctx, home := visit(t, Built(t))
	for path, want := range map[string]string{"/compare/": ".ready, noscript p", "/compare/asia/": ".comparison [data-status]"} {
		if err := chromedp.Do(ctx, noScript(true), open(home+path+"?c=ken,uga", looks[0])); err != nil {
			t.Fatal(err)
		}
		seen, err := chromedp.Run(ctx, chromedp.Evaluate[bool](fmt.Sprintf(
			`[...document.querySelectorAll(%q)].length > 0 && [...document.querySelectorAll(%[1]q)].every(el => el.checkVisibility()) && !document.querySelector('.choice')?.checkVisibility()`, want)))
		if err != nil || !seen {
			t.Errorf("%s: %v, %v", path, seen, err)
		}
	}
}
