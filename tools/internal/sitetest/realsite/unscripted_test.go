package realsite_test

import (
	"testing"

	"github.com/chromedp/chromedp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// idle lists the controls that a reader sees and that do nothing without script; forms that lead
// somewhere and parts that browsers fold themselves do.
const idle = `[...document.querySelectorAll('button, input, select, textarea, [role=button]')]
	.filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('form[action]')).map(e => e.outerHTML.slice(0, 160))`

// lost lists the answers, links and headings that a reader cannot reach: they are neither seen nor in a part
// that can be unfolded, nor are they a copy for readers with script.
const lost = `[...document.querySelectorAll('main :is([data-status], a[href], h1, h2, h3, td)')]
	.filter(e => !e.closest('[hidden], details:not([open]), template') && !e.checkVisibility({visibilityProperty: true})).map(e => e.outerHTML.slice(0, 160))`

// Pages of every kind can be read without script: nothing is shown that would not work, and no answer
// and no link is out of reach.
func TestPagesCanBeReadWithoutScript(t *testing.T) {
	t.Parallel()
	s := Built(t)
	ctx, home := visit(t, s)
	v := visitor{t, ctx, home}
	v.listen()
	v.do(noScript(true))
	for _, path := range append(pagesToLookAt(s), "/ar/", "/ar/indicator/nsp/", "/ar/country/ken/", "/ar/compare/") {
		v.do(open(home+path, looks[1])) // narrow screens leave out columns that only repeat
		for what, list := range map[string]string{"does nothing": idle, "is out of reach": lost} {
			found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](list))
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if len(found) > 0 {
				t.Errorf("%s without script: %d times something %s, such as %s", path, len(found), what, found[0])
			}
		}
	}
}
