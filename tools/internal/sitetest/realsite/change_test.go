package realsite_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Every change that a page lists is two answers that a source states or implies, each with that
// source and the place in it: the rows stand in the data.
func TestEveryChangeIsInTheData(t *testing.T) {
	s, f := Built(t), newFaults(t)
	rows := map[string]bool{}
	for _, o := range s.Data.Observations {
		if o.Confidence != status.Derived && o.Basis == "" {
			rows[rowOf(o)] = true
		}
	}
	n := 0
	for _, p := range s.Pages {
		for _, entry := range All(p.Doc, Tag("li"), in("change-list")) {
			shown, places := All(entry, Has("data-status")), All(entry, Class("from"), Tag("div"))
			grounds := All(places[0], Tag("p"))
			if len(shown) != len(grounds) || len(shown) == 0 || len(shown) > 2 {
				f.addf("%s: %d answers with %d sources in %q", p.Path, len(shown), len(grounds), Text(entry))
				continue
			}
			for i, answer := range shown {
				row := fmt.Sprintf("%s %s %s %s: %s, %s", Attr(answer, "data-country"), Attr(answer, "data-indicator"), Attr(answer, "data-period"),
					Attr(answer, "data-status"), strings.TrimPrefix(Attr(First(grounds[i], Class("source")), "href"), "/sources/#"), Text(First(grounds[i], Class("locator"))))
				if !rows[row] {
					f.addf("%s: no row %s", p.Path, row)
				}
				n++
			}
		}
	}
	t.Logf("%d answers", n)
	if n < 1000 {
		t.Errorf("only %d answers on pages of changes", n)
	}
}

func in(class string) Match {
	return func(n *html.Node) bool { return n.Parent != nil && Class(class)(n.Parent) }
}

func rowOf(o dataset.Observation) string {
	return fmt.Sprintf("%s %s %d %s: %s, %s", o.Country, o.Indicator, o.Period, o.Value, o.Source, strings.Join(strings.Fields(o.Locator), " "))
}

// No gain and no loss is missing, on the page of the world, of its indicator, its region and its
// country; and none stands there twice.
func TestEveryChangeIsListed(t *testing.T) {
	s := Built(t)
	want := map[string][]string{}
	for _, series := range s.Atlas.All {
		c, _ := s.Data.Country(series.Country)
		for _, id := range moves(series) {
			for _, page := range []string{"/changes/", "/changes/" + series.Indicator + "/", "/changes/" + c.Region + "/", "/country/" + strings.ToLower(c.ISO3) + "/"} {
				want[page] = append(want[page], id)
			}
		}
	}
	got := map[string][]string{}
	for _, p := range s.Pages {
		for _, entry := range All(p.Doc, Tag("li"), in("change-list")) {
			if len(All(entry, Has("data-status"))) == 2 && p.Path != "/" {
				got[p.Path] = append(got[p.Path], Attr(entry, "id"))
			}
		}
	}
	for _, list := range []map[string][]string{want, got} {
		for page := range list {
			slices.Sort(list[page])
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-data +pages):\n%s", diff)
	}
	if len(want["/changes/"]) < 50 {
		t.Errorf("only %d changes in the world", len(want["/changes/"]))
	}
}

// moves gives the anchors of a series' gains and losses.
func moves(s status.Series) []string {
	var list []string
	last := status.NoData
	for _, c := range s.Periods {
		if c.Derived || !c.State.Known() {
			continue
		}
		if last != status.NoData && last != c.State {
			list = append(list, fmt.Sprintf("%s-%s-%d", strings.ToLower(s.Country), s.Indicator, c.Period))
		}
		last = c.State
	}
	return list
}

// The addresses below /changes/ are shared by indicators, regions, the log of corrections and the
// differences between editions; no two may ever want the same one.
func TestAddressesOfChangesDoNotCollide(t *testing.T) {
	s := Built(t)
	taken := map[string]string{"corrections": "the log of corrections", "editions": "the differences between editions"}
	put := func(id, what string) {
		if other, twice := taken[id]; twice {
			t.Errorf("/changes/%s/ is wanted by %s and %s", id, other, what)
		}
		taken[id] = what
	}
	for _, i := range s.Data.Indicators {
		put(i.ID, "an indicator")
		if s.Page("/changes/"+i.ID+"/") == nil != i.Counts() {
			t.Errorf("page of changes of %s: answers have one, numbers do not", i.ID)
		}
	}
	for _, r := range s.Data.Regions {
		put(r.ID, "a region")
		if s.Page("/changes/"+r.ID+"/") == nil {
			t.Errorf("no page of changes of %s", r.ID)
		}
	}
	t.Log(slices.Sorted(maps.Keys(taken)))
}

// "What changed in West Africa since 2018" takes three steps from the first page.
func TestChangesOfWestAfricaSince2018(t *testing.T) {
	s := Built(t)
	steps := []string{"/", "/changes/", "/changes/western-and-central-africa/"}
	for i, to := range steps[1:] {
		if len(All(s.Page(steps[i]).Doc, Tag("a"), Is("href", to))) == 0 {
			t.Errorf("%s does not lead to %s", steps[i], to)
		}
	}
	page := s.Page(steps[2])
	for _, id := range []string{"ben-nsp-2020", "civ-oat-2021", "gha-nsp-2024", "nga-nsp-2020", "sle-nsp-2019"} {
		if len(All(page.Doc, Is("id", id))) != 1 {
			t.Errorf("%s is not on %s", id, page.Path)
		}
	}
	if year := First(page.Doc, Tag("h2")); !strings.HasPrefix(Text(year), "2024") {
		t.Errorf("it begins with %q", Text(year))
	}
}
