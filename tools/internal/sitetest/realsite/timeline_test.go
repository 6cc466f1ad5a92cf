package realsite_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// A row of years has a mark for each year that something was concluded about, of the right kind and
// in its place, and no other: nothing is drawn about the years between, nor from figures about
// samples or parts of a country, which are no series.
func TestTimelinesShowWhatWasConcluded(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, path := range profilePaths(s) {
		country := strings.ToUpper(strings.Split(path, "/")[2])
		years := yearsOf(s, country)
		var want, got []string
		for _, i := range s.Data.Indicators {
			for _, series := range s.Atlas.Series(i.ID, country) {
				if series.National() {
					want = append(want, i.ID+marksOf(series, years))
				}
			}
		}
		for _, line := range All(s.Page(path).Doc, Tag("svg"), Class("line"), func(n *html.Node) bool { return Closest(n, Class("sheet")) == nil }) {
			got = append(got, Attr(Closest(line, Class("entry")), "id")+marksIn(line))
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			f.addf("%s (-data +page):\n%s", path, diff)
		}
	}
}

// yearsOf gives the row of years of a country: from the first that anything is about.
func yearsOf(s *Site, country string) carto.Timeline {
	years := carto.Timeline{First: s.Data.Edition.Year(), Last: s.Data.Edition.Year()}
	for _, o := range s.Data.Observations {
		if o.Country == country {
			years.First, years.Last = min(years.First, o.Period), max(years.Last, o.Period)
		}
	}
	return years
}

func marksOf(series status.Series, years carto.Timeline) string {
	var list []string
	for _, c := range series.Periods {
		list = append(list, mark(years.X(c.Period), string(c.State), c.Derived))
	}
	return joined(list)
}

// marksIn reads a row of years. A number stands there as a dot, a bar or both.
func marksIn(line *html.Node) string {
	var list []string
	for _, n := range All(First(line, Tag("g")), Tag("use", "circle", "rect")) {
		kind, state, isAnswer := strings.Cut(strings.TrimPrefix(Attr(n, "href"), "#"), "-")
		if !isAnswer {
			state = "value"
		}
		x, _ := strconv.ParseFloat(Attr(n, "x")+Attr(n, "cx"), 64)
		list = append(list, mark(x, state, kind == "d" || Class("hole")(n)))
	}
	return joined(list)
}

func mark(x float64, state string, derived bool) string {
	text := fmt.Sprintf(" %g %s", x, state)
	if derived {
		text += " inferred"
	}
	return text
}

func joined(marks []string) string {
	slices.Sort(marks)
	return strings.Join(slices.Compact(marks), ",")
}
