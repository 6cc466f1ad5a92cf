package realsite_test

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

const (
	firstCitation = `document.querySelector('.citation').textContent`
	// press clicks on the element that an expression names.
	press = `void document.querySelector('%s').click()`
)

func (v visitor) click(selector string) {
	v.Helper()
	v.do(chromedp.Evaluate[chromedp.Void](strings.ReplaceAll(press, "%s", selector)))
}

// A value is cited by its own address, with what it says and who says it; the whole page again
// when the reader wishes so.
func TestValueHasItsOwnCitation(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/country/ken/", looks[0])
	home := strings.TrimSuffix(Built(t).Data.Edition.URL, "/")
	whole := sees[string](v, firstCitation)
	if today := time.Now().Format(time.DateOnly); !strings.Contains(whole, ". Kenya. In ") || !strings.Contains(whole, "Retrieved "+today+",") || !strings.HasSuffix(whole, home+"/country/ken/") {
		t.Errorf("the page is cited as %q", whole)
	}
	answer := sees[string](v, `document.querySelector('#oat [data-status]').textContent.trim()`)
	v.click(".cite-value a[href=\"#oat\"]")
	one := sees[string](v, firstCitation)
	if !strings.Contains(one, ". Kenya: Opioid agonist therapy ("+answer+"). In ") || !strings.HasSuffix(one, home+"/country/ken/#oat") {
		t.Errorf("the value is cited as %q", one)
	}
	v.is("address", `location.hash`, "#oat")
	v.is("its source", `document.querySelector('.cite-one .ground').textContent`, sees[string](v, `document.querySelector('#oat .said').textContent`))
	v.is("what has the focus", `document.activeElement.className`, "cite-one")
	v.click(".cite-one > a")
	v.is("the whole page", firstCitation, whole)
	if hidden := sees[bool](v, `document.querySelector('.cite-one').hidden`); !hidden {
		t.Error("the page still speaks of one value")
	}
}

// A link to a value already cites it.
func TestAddressOfAValueCitesIt(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/country/ken/#nsp", looks[1])
	if got := sees[string](v, firstCitation); !strings.HasSuffix(got, "/country/ken/#nsp") {
		t.Errorf("the citation is %q", got)
	}
}

// A figure that does not stand for the country is cited with whom it counts, and never for the
// answer of the country, of which there is none.
func TestFigureApartIsCitedAsWhatItIs(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/country/ken/#women-in-treatment", looks[0])
	if got := sees[string](v, firstCitation); !strings.Contains(got, ". Kenya. In ") || !strings.HasSuffix(got, "/country/ken/") {
		t.Errorf("no answer is cited as %q", got)
	}
	answer := sees[string](v, `document.querySelector('#women-in-treatment-sample [data-status]').textContent.trim()`)
	v.click(".cite-value a[href=\"#women-in-treatment-sample\"]")
	want := "(" + answer + ". In a study sample; not a figure for the country.). In "
	if got := sees[string](v, firstCitation); !strings.Contains(got, want) || !strings.HasSuffix(got, "#women-in-treatment-sample") {
		t.Errorf("the figure is cited as %q; want %q in it", got, want)
	}
}

// A button copies the citation beside it and says so; where the browser refuses, the text is
// selected instead.
func TestButtonCopiesItsCitation(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/region/asia/", looks[1])
	v.do(chromedp.Evaluate[chromedp.Void](`void (navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); })`))
	v.is("said before", `document.querySelector('.cite [role=status]').textContent`, "")
	v.click(".citations div:nth-child(2) button")
	v.is("copied", `window.copied`, sees[string](v, `document.querySelectorAll('.citation')[1].textContent`))
	v.is("said", `document.querySelector('.cite [role=status]').textContent`, "Copied")
	v.is("described by", `document.getElementById(document.querySelector('.cite button').getAttribute('aria-describedby')).textContent`, "APA 7")
	v.do(chromedp.Evaluate[chromedp.Void](`void (navigator.clipboard.writeText = () => Promise.reject())`))
	v.click(".citations div:nth-child(3) button")
	v.is("selected", `getSelection().toString()`, sees[string](v, `document.querySelectorAll('.citation')[2].textContent`))
}
