package realsite_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// The table sorts by country, status and year; a third press gives the regions back.
func TestTableSorts(t *testing.T) {
	t.Parallel()
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
