package realsite_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// The countries of a region stand in the order of need: those with the fewest services first that
// are available now (counted here from the very cells of the row), then by the alphabet; at the
// end those of which no service is known to exist or not.
func TestCountriesOfARegionStandByNeed(t *testing.T) {
	s, f := Built(t), newFaults(t)
	order := collate.New(language.English)
	for _, r := range s.Data.Regions {
		path := "/region/" + r.ID + "/"
		table := First(s.Page(path).Doc, Class("sortable"))
		var last []string // kind, number, name of the row before
		for _, row := range All(table, Tag("tr"))[1:] {
			known, available := servicesIn(row)
			name := Text(First(row, Tag("th")))
			now := []string{"1", strconv.Itoa(available), name}
			if !known {
				now = []string{"2", "0", name}
			}
			if last != nil && slices.CompareFunc(last, now, order.CompareString) >= 0 {
				f.addf("%s: %v after %v", path, now, last)
			}
			last = now
		}
	}
}

// servicesIn reads the first three answers of a row.
func servicesIn(row *html.Node) (known bool, available int) {
	for _, n := range All(row, Has("data-status"))[:3] {
		state := Attr(n, "data-status")
		known = known || state == "yes" || state == "no"
		if state == "yes" && !HasAttr(n, "data-stale") {
			available++
		}
	}
	return known, available
}

// The totals of a region count the rows of its table.
func TestTotalsOfARegionCountItsTable(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, r := range s.Data.Regions {
		page := s.Page("/region/" + r.ID + "/").Doc
		counts := map[string]map[string]int{}
		for _, n := range All(First(page, Class("sortable")), Has("data-status")) {
			state, indicator := Attr(n, "data-status"), Attr(n, "data-indicator")
			if state == "yes" && HasAttr(n, "data-stale") {
				state = "yes-old"
			}
			if counts[indicator] == nil {
				counts[indicator] = map[string]int{}
			}
			counts[indicator][state]++
		}
		for _, row := range All(First(page, Class("headlines")), Tag("tr"))[1:] {
			indicator := strings.Split(strings.TrimPrefix(Attr(First(row, Tag("a")), "href"), "/indicator/"), "/")[0]
			want := fmt.Sprintf("%d %d %d %d %d %d", counts[indicator]["yes"], counts[indicator]["yes-old"], counts[indicator]["no"],
				counts[indicator]["unknown"], counts[indicator]["contested"], counts[indicator]["no-data"])
			if n := counts[indicator]["value"]; indicator == "women-in-treatment" {
				want = fmt.Sprintf("%d %d", n, counts[indicator]["no-data"])
			}
			var got []string
			for _, cell := range All(row, Tag("td")) {
				got = append(got, strings.Fields(Text(cell))[0])
			}
			if strings.Join(got, " ") != want {
				f.addf("%s, %s: %v, the table has %s", r.ID, indicator, got, want)
			}
		}
	}
}

// Every total that a publication prints about a region stands on its page beside ours.
func TestPrintedTotalsStandOnTheirRegion(t *testing.T) {
	s := Built(t)
	want, got := map[string]bool{}, map[string]bool{}
	for _, l := range reconcile.Compare(s.Data, s.Atlas) {
		if l.Kept == "" && l.Scope != "world" {
			want[fmt.Sprintf("%s %s %d: printed %d, ours %d", l.Scope, l.Indicator, l.Period, l.Countries, l.Ours)] = true
		}
	}
	for _, r := range s.Data.Regions {
		page := s.Page("/region/" + r.ID + "/").Doc
		for _, table := range All(page, Class("totals")) {
			for _, row := range All(table, Tag("tr"))[1:] {
				indicator := strings.Trim(strings.TrimPrefix(Attr(First(row, Tag("a")), "href"), "/indicator/"), "/")
				cells := All(row, Tag("td"))
				for _, printed := range All(cells[1], Tag("b")) {
					got[fmt.Sprintf("%s %s %s: printed %s, ours %s", r.ID, indicator, Text(cells[0]), Text(printed), Text(cells[2]))] = true
				}
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" || len(want) < 10 {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The table sorts by any column; a third press gives the order of need back.
func TestRegionTableSorts(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/region/eurasia/", looks[1])
	names := `[...document.querySelectorAll('.sortable tbody th')].map(th => th.textContent).join()`
	need := sees[string](v, names)
	press := func(column int) {
		v.do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`void document.querySelectorAll('.sortable thead button')[%d].click()`, column)))
	}
	press(0)
	v.is("first", names+`.split(',')[0]`, "Albania")
	press(5)
	shares := `[...document.querySelectorAll('.sortable tbody td:last-child')].map(td => parseFloat(td.dataset.order)).filter(isFinite)`
	v.is("women", `String((s => s.length > 5 && s.every((x, i) => !i || s[i - 1] <= x))(`+shares+`))`, "true")
	press(1)
	v.is("NSP", `document.querySelector('.sortable tbody [data-status]').dataset.status`, "no")
	press(1)
	press(1)
	v.is("again", names, need)
}
