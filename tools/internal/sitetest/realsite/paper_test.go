package realsite_test

import (
	"context"
	"flag"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

var everyProfile = flag.Bool("every-profile", false, "print every profile instead of a selection")

// Of a hundred profiles at least this many fit on one sheet of A4.
const onOneSheet = 95

// profilesToPrint are the twenty with the most answers and footnotes, and every thirtieth of
// the others; all of them with the flag -every-profile.
func profilesToPrint(s *Site) []string {
	all, lines := profilePaths(s), map[string]int{}
	for _, path := range all {
		lines[path] = len(All(First(s.Page(path).Doc, Class("sheet")), Tag("tr", "li")))
	}
	if *everyProfile {
		return all
	}
	slices.SortStableFunc(all, func(a, b string) int { return lines[b] - lines[a] })
	list := slices.Clone(all[:20])
	for i := 20; i < len(all); i += 30 {
		list = append(list, all[i])
	}
	return list
}

// A profile prints as a factsheet of one page of A4. The fullest are among those printed, so
// that the rest of all profiles does not change the share.
func TestProfilesPrintOnOneSheet(t *testing.T) {
	t.Parallel()
	s := Built(t)
	ctx, home := visit(t, s)
	printed, more := profilesToPrint(s), []string{}
	for _, path := range printed {
		if err := chromedp.Do(ctx, chromedp.Navigate(home+path)); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		n, err := chromedp.Run(ctx, sheets)
		if err != nil || n == 0 {
			t.Fatalf("%s: %d sheets (%v)", path, n, err)
		}
		if n > 1 {
			more = append(more, path)
		}
	}
	t.Logf("%d profiles printed; on more than one sheet: %v", len(printed), more)
	if most := len(profilePaths(s)) * (100 - onOneSheet) / 100; len(more) > most {
		t.Errorf("%d profiles take more than one sheet, at most %d may", len(more), most)
	}
}

// sheets prints the page that is open and counts the sheets of paper.
func sheets(ctx context.Context, tab *chromedp.Target) (int, error) {
	asStyled := true
	printed, err := cdp.Call(ctx, tab, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &asStyled})
	if err != nil {
		return 0, err
	}
	most := 0
	for _, m := range pageCount.FindAllSubmatch(printed.Data, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		most = max(most, n)
	}
	return most, nil
}

// pageCount finds the number of pages below a node of a PDF's tree of pages; that of the root is
// the largest.
var pageCount = regexp.MustCompile(`/Type /Pages\s+/Count (\d+)`)

// paper is what a reader of a printed page sees.
type paper struct {
	// Text is all that is visible, Small what is smaller than 7 points, Controls what only a
	// screen answers to, Wide how many pixels stick out of the sheet.
	Text            string
	Small, Controls []string
	Wide            int
}

const readPaper = `(() => {
	const seen = n => n.getClientRects().length > 0 && getComputedStyle(n).clipPath == 'none'
	const all = [...document.body.querySelectorAll('*')].filter(seen)
	const own = n => [...n.childNodes].filter(c => c.nodeType == 3).map(c => c.data.trim()).join(' ').trim()
	return {
		Text: document.body.innerText,
		Small: all.filter(n => !n.closest('svg') && own(n) && parseFloat(getComputedStyle(n).fontSize) < 7 * 96 / 72 - .01).map(own),
		Controls: all.filter(n => n.matches('button:not(th *), input, select, textarea, nav a') || n.matches('summary') && getComputedStyle(n).listStyleType != 'none').map(n => n.outerHTML),
		Wide: document.documentElement.scrollWidth - innerWidth,
	}
})()`

// onPaper shows a page as it is printed on A4 less its margins.
func onPaper(address string) chromedp.Action[paper] {
	return func(ctx context.Context, tab *chromedp.Target) (paper, error) {
		_, err := chromedp.Steps(chromedp.EmulateViewport(a4Width, 900), chromedp.Navigate(address))(ctx, tab)
		if err != nil {
			return paper{}, err
		}
		if _, err := cdp.Call(ctx, tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
			return paper{}, err
		}
		return chromedp.Evaluate[paper](readPaper)(ctx, tab)
	}
}

// a4Width is the width of a sheet less the margins of print.css, in pixels of CSS.
const a4Width = int64((210 - 2*14) * 960 / 254)

// The sheet says who is meant, the answers to the core questions, where they come from, how to
// cite it and where to find it, all of it in letters that can be read.
func TestFactsheetSaysWhatMatters(t *testing.T) {
	t.Parallel()
	s := Built(t)
	ctx, home := visit(t, s)
	for _, path := range profilesToPrint(s)[:20] {
		seen, err := chromedp.Run(ctx, onPaper(home+path))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		text := squeeze(seen.Text)
		for _, want := range onSheet(s, s.Page(path)) {
			if !strings.Contains(text, squeeze(want)) {
				t.Errorf("%s does not print %q", path, want)
			}
		}
		if len(seen.Small) > 0 {
			t.Errorf("%s prints in letters under 7 points: %q", path, seen.Small)
		}
	}
}

// squeeze takes out all space: browsers and parsers differ about it.
func squeeze(text string) string { return strings.Join(strings.Fields(text), "") }

// onSheet lists what a factsheet must say.
func onSheet(s *Site, p *Page) []string {
	sheet := First(p.Doc, Class("sheet"))
	citation := strings.Replace(Text(First(p.Doc, Class("citation"))), "YYYY-MM-DD", time.Now().Format(time.DateOnly), 1)
	list := []string{Text(First(p.Doc, Tag("h1"))), citation, s.Data.Edition.Number,
		strings.TrimSuffix(s.Data.Edition.URL, "/") + p.Path, "Boundaries, names and designations"}
	core := All(sheet, Tag("tr"), Class("first"))
	for _, n := range append(core, All(sheet, Tag("li"))...) {
		list = append(list, Text(n))
	}
	return list
}

// On paper nothing can be pressed, and nothing sticks out of the sheet.
func TestPagesPrintWithoutControls(t *testing.T) {
	t.Parallel()
	s := Built(t)
	ctx, home := visit(t, s)
	for _, path := range pagesToLookAt(s) {
		seen, err := chromedp.Run(ctx, onPaper(home+path))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if len(seen.Controls) > 0 {
			t.Errorf("%s prints %d controls, such as %s", path, len(seen.Controls), seen.Controls[0])
		}
		if seen.Wide > 0 {
			t.Errorf("%s is %d px wider than the sheet", path, seen.Wide)
		}
		if len(seen.Small) > 0 {
			t.Errorf("%s prints in letters under 7 points: %q", path, seen.Small[:min(5, len(seen.Small))])
		}
	}
}
