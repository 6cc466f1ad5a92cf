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

// Without script the page shows nothing that does nothing, and leads to comparisons that need none.
func TestCompareWithoutScript(t *testing.T) {
	s := Built(t)
	page := s.Page("/compare/").Doc
	if choice := First(page, Class("choice")); !HasAttr(choice, "hidden") {
		t.Error("the choice is there without script")
	}
	ready := map[string]bool{}
	for _, a := range All(First(page, Class("ready")), Tag("a")) {
		ready[Attr(a, "href")] = true
	}
	for _, r := range s.Data.Regions {
		if !ready["/compare/"+r.ID+"/"] || !ready["/region/"+r.ID+"/#countries"] {
			t.Errorf("nothing ready-made for %s", r.ID)
		}
		table := First(s.Page("/compare/"+r.ID+"/").Doc, Tag("table"), Class("comparison"))
		if rows := len(All(table, Has("data-row"))); rows != len(s.Data.Indicators) {
			t.Errorf("%s: %d rows", r.ID, rows)
		}
	}
}

const (
	// tableText is a comparison as it is read, with what machines read.
	tableText = `[...document.querySelectorAll('.comparison tr')].map(tr => [...tr.cells].map(cell => cell.innerText.trim().replace(/\s+/g, ' ') + ' '
		+ [...cell.querySelectorAll('[data-status]')].map(el => JSON.stringify(Object.entries(el.dataset).sort()) + el.querySelector('.area')?.outerHTML)
		+ [...cell.querySelectorAll('a')].map(a => a.href)).join('|')).join('\n')`
	columns    = `[...document.querySelectorAll('.comparison thead th')].map(th => th.textContent).join()`
	statusLine = `document.querySelector('.choice > [role=status]').textContent`
	chosen     = `location.search`
	atHand     = `document.activeElement.ariaLabel ?? document.activeElement.textContent`
)

// What script draws is what the ready-made comparison of the same countries shows, to the letter.
func TestDrawnAndReadyMadeComparisonsAreTheSame(t *testing.T) {
	t.Parallel()
	s := Built(t)
	for _, region := range []string{"western-europe", "asia", "north-america"} {
		path := "/compare/" + region + "/"
		v := visitMap(t, path, looks[1])
		want := sees[string](v, tableText)
		others := Attr(First(First(s.Page(path).Doc, Class("compare-others")), Tag("a")), "href")
		v.do(chromedp.Navigate(v.home + others))
		v.becomes("drawn", columns, "Indicator,"+strings.Join(headsOf(s.Page(path)), ","))
		if got := sees[string](v, tableText); got != want {
			for i, line := range strings.Split(got, "\n") {
				if ready := strings.Split(want, "\n"); i >= len(ready) || ready[i] != line {
					t.Fatalf("%s: drawn %s\nready-made %s", region, line, ready[min(i, len(ready)-1)])
				}
			}
		}
	}
}

func headsOf(p *Page) []string {
	var names []string
	for _, th := range All(First(First(p.Doc, Class("comparison")), Tag("thead")), Tag("th"))[1:] {
		names = append(names, Text(th))
	}
	return names
}

// Two countries are chosen, put in another order and taken out by keyboard alone; the address
// holds the choice, and Back goes back.
func TestCompareByKeyboard(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/compare/", looks[1])
	v.becomes("at first", `document.querySelector('[data-help]').textContent.slice(0, 21)`, "Nothing is chosen yet")
	tab := func(to string) {
		t.Helper()
		for range 40 {
			v.do(chromedp.KeyEvent(kb.Tab))
			if sees[string](v, atHand) == to {
				return
			}
		}
		t.Fatalf("no way to %q by Tab", to)
	}
	tab("Country to add")
	v.do(chromedp.KeyEvent("keny"), chromedp.KeyEvent(kb.Enter))
	v.becomes("one", columns, "Indicator,Kenya")
	v.becomes("help", `document.querySelector('[data-help]').textContent`, "So far only Kenya. Add one more country to compare.")
	v.do(chromedp.KeyEvent("burma"), chromedp.KeyEvent(kb.Enter))
	v.becomes("two", columns, "Indicator,Kenya,Myanmar")
	v.becomes("said", statusLine, "Myanmar was added. Side by side: 2.")
	v.becomes("address", chosen, "?c=ken,mmr")
	v.becomes("title", `document.title`, "Kenya and Myanmar – Compare countries – Atlas of Harm Reduction")
	tab("Move Kenya one column towards the end")
	v.do(chromedp.KeyEvent(kb.Enter))
	v.becomes("moved", columns, "Indicator,Myanmar,Kenya")
	v.becomes("said", statusLine, "Kenya is now column 2 of 2.")
	v.becomes("focus stays with what was moved", atHand, "Move Kenya one column towards the beginning")
	tab("Take Kenya out")
	v.do(chromedp.KeyEvent(kb.Enter))
	v.becomes("one left", columns, "Indicator,Myanmar")
	v.becomes("focus", atHand, "Take Myanmar out")
	v.do(chromedp.KeyEvent(kb.Enter))
	v.becomes("none left", chosen, "")
	v.becomes("focus in the field", atHand, "Country to add")
	v.do(chromedp.Evaluate[chromedp.Void](`history.back()`))
	v.becomes("back", columns, "Indicator,Myanmar")
}

// More than six are refused in words; codes that are not known are named and left out.
func TestCompareRefusesInWords(t *testing.T) {
	t.Parallel()
	tests := []struct{ address, columns, said string }{
		{"?c=ken,uga", "Kenya,Uganda", ""},
		{"?c=KE, uga ,KEN", "Kenya,Uganda", ""},
		{"?c=ken,xyz,atlantis,uga", "Kenya,Uganda", "Not known and left out: xyz and atlantis."},
		{"?c=ken,uga,tza,eth,som,ssd,rwa", "Kenya,Uganda,Tanzania,Ethiopia,Somalia,South Sudan", "At most 6 countries fit side by side. Left out: Rwanda."},
		{"?c=%3Cb%3E", "", "Not known and left out: b."},
	}
	v := visitMap(t, "/compare/", looks[0])
	for _, test := range tests {
		v.do(chromedp.Navigate(v.home + "/compare/" + test.address))
		v.becomes(test.address, columns, strings.TrimSuffix("Indicator,"+test.columns, ","))
		v.becomes(test.address, statusLine, test.said)
	}
	v.do(chromedp.Navigate(v.home + "/compare/?c=ken,uga,tza,eth,som,ssd"))
	v.becomes("six", columns, "Indicator,Kenya,Uganda,Tanzania,Ethiopia,Somalia,South Sudan")
	add := `void (document.getElementById('add').focus())`
	for typed, want := range map[string]string{"rwanda": "At most 6 countries fit side by side. Left out: Rwanda.", "kenya": "Kenya is there already."} {
		v.do(chromedp.Evaluate[chromedp.Void](add), chromedp.KeyEvent(typed), chromedp.KeyEvent(kb.Enter))
		v.becomes("adding "+typed, statusLine, want)
	}
}

// Shares of women that count different people never stand side by side without a word.
func TestDifferentBasesAreNamed(t *testing.T) {
	t.Parallel()
	v := visitMap(t, "/compare/?c=bel,grc", looks[0])
	v.becomes("note", `document.querySelector('[data-row=people-in-treatment] th .basis')?.textContent ?? ''`,
		"These figures count different people: read each with its basis, not against the others.")
	v.becomes("none where there is one basis", `String(document.querySelector('[data-row=nsp] th .basis'))`, "null")
}

// What script draws is as accessible as what is there without: the finder with its list open, and
// a comparison.
func TestWhatScriptDrawsIsAccessible(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile(filepath.Join(sitetest.NodeModules(t), "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	v := visitMap(t, "/compare/?c=ken,uga,deu", looks[0])
	for _, l := range looks {
		v.do(open(v.home+"/compare/?c=ken,uga,deu", l))
		v.becomes("drawn", columns, "Indicator,Kenya,Uganda,Germany")
		v.do(slash, chromedp.KeyEvent("guinea"), chromedp.KeyEvent(kb.ArrowDown), chromedp.Evaluate[chromedp.Void](string(axe)))
		v.becomes("open", `String(document.querySelectorAll('#find-list [role=option]').length)`, "4")
		for _, found := range sees[[]violation](v, violations) {
			t.Errorf("%s: %s, such as %s\n%s", found.ID, found.Help, found.Nodes[0].HTML, found.Nodes[0].FailureSummary)
		}
		if wide := sees[int](v, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
			t.Errorf("the page is %d px wider than the screen", wide)
		}
	}
}

// A profile leads to a comparison with its neighbours.
func TestProfileLeadsToComparison(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, path := range profilePaths(s) {
		for _, a := range All(First(s.Page(path).Doc, Class("beside")), Tag("a")) {
			ids := strings.Split(strings.TrimPrefix(Attr(a, "href"), "/compare/?c="), ",")
			if "/country/"+ids[0]+"/" != path || len(ids) < 2 || len(ids) > 6 {
				f.addf("%s compares %s", path, ids)
			}
			for _, id := range ids {
				if s.Page(fmt.Sprintf("/country/%s/", id)) == nil {
					f.addf("%s compares %s", path, id)
				}
			}
		}
	}
	if got := Attr(First(First(s.Page("/country/ken/").Doc, Class("beside")), Tag("a")), "href"); got != "/compare/?c=ken,eth,som,ssd,tza,uga" {
		t.Errorf("Kenya is compared at %s", got)
	}
}
