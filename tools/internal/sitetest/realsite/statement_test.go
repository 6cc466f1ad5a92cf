package realsite_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Every statement of the data set stands on its country's profile, once, with its period,
// value, source and place in it.
func TestEveryStatementIsOnItsProfile(t *testing.T) {
	s, f := Built(t), newFaults(t)
	want := map[string][]string{}
	n := 0
	for _, o := range s.Data.Observations {
		if c, _ := s.Data.Country(o.Country); c.Profile {
			path := "/country/" + strings.ToLower(o.Country) + "/"
			want[path] = append(want[path], statementOf(o))
			n++
		}
	}
	for _, path := range profilePaths(s) {
		got := statementsOn(s.Page(path))
		slices.Sort(got)
		slices.Sort(want[path])
		if diff := cmp.Diff(want[path], got); diff != "" {
			f.addf("%s (-data +page):\n%s", path, diff)
		}
	}
	t.Logf("%d statements", n)
	if n == 0 || n != len(s.Data.Observations) {
		t.Errorf("%d of %d statements belong to a profile", n, len(s.Data.Observations))
	}
}

func statementOf(o dataset.Observation) string {
	value, isAnswer := map[string]string{"yes": "Yes", "no": "No", "unknown": "Unknown"}[o.Value]
	if !isAnswer {
		value = numberWords(o)
	}
	return line(o.Indicator, strconv.Itoa(o.Period), value, o.Source, o.Locator)
}

func line(indicator, period, value, source, locator string) string {
	return fmt.Sprintf("%s %s: %s (%s, %s)", indicator, period, value, source, strings.Join(strings.Fields(locator), " "))
}

// statementsOn reads a profile back. A history lists every statement of a series; where there
// is none, the series is one statement: the status with its source.
func statementsOn(p *Page) []string {
	var list []string
	for _, series := range All(p.Doc, func(n *html.Node) bool { return Class("entry")(n) || Class("other")(n) }) {
		own := func(n *html.Node) bool {
			return Closest(n, func(m *html.Node) bool { return Class("entry")(m) || Class("other")(m) }) == series
		}
		shown := First(series, Has("data-status"), own)
		if Attr(shown, "data-status") == "no-data" {
			continue
		}
		indicator := Attr(shown, "data-indicator")
		if histories := All(series, Class("history"), own); len(histories) > 0 {
			list = append(list, historyOf(indicator, histories[0])...)
			continue
		}
		value, _, _ := strings.Cut(Text(shown), ", "+Attr(shown, "data-period"))
		value, _, _ = strings.Cut(value, " in "+Attr(shown, "data-period"))
		for _, ending := range []string{", last reported", ", inferred for"} {
			value, _, _ = strings.Cut(value, ending)
		}
		list = append(list, said(indicator, Attr(shown, "data-period"), value, First(series, Class("said"), own)))
	}
	return list
}

func historyOf(indicator string, history *html.Node) []string {
	var list []string
	var period string
	for _, n := range All(history, Tag("dt", "li")) {
		if n.Data == "dt" {
			period = Attr(First(n, Has("data-status")), "data-period")
			continue
		}
		list = append(list, said(indicator, period, Text(First(n, Tag("b"))), n))
	}
	return list
}

// said reads a statement's source and place.
func said(indicator, period, value string, n *html.Node) string {
	source := Attr(First(n, Tag("a"), Class("source")), "href")
	return line(indicator, period, value, strings.TrimPrefix(source, "/sources/#"), Text(First(n, Class("locator"))))
}
