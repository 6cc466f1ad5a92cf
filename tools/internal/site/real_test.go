package site_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

var real struct {
	sync.Once
	data  *dataset.Dataset
	pages site.Pages
}

// realPages makes the records of the repository's data, once for all tests; they only read.
func realPages(t *testing.T) (*dataset.Dataset, site.Pages) {
	t.Helper()
	dir := root(t)
	real.Do(func() {
		real.data = dataset.Load(os.DirFS(dir))
		real.pages = site.Build(real.data, status.Of(real.data), site.Maps{})
	})
	if len(real.data.Faults) > 0 {
		t.Fatal(real.data.Faults)
	}
	return real.data, real.pages
}

// root finds the module's folder above the test's.
func root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if filepath.Dir(dir) == dir {
			t.Fatal("no go.mod in this folder or above")
		}
		dir = filepath.Dir(dir)
	}
}

// everyEntry walks through all profiles, with the entries on other bases.
func everyEntry(pages site.Pages, visit func(e site.Entry, other bool)) {
	for _, c := range pages.Countries {
		for _, e := range c.Entries {
			visit(e, false)
			for _, o := range e.Others {
				visit(o, true)
			}
		}
	}
}

// TestEveryCountry: a profile for every country, with every indicator, in every alphabet.
func TestEveryCountry(t *testing.T) {
	d, pages := realPages(t)
	if len(pages.Countries) != 243 || pages.Atlas.Totals.Countries != 243 {
		t.Errorf("%d profiles, %d counted; the design says 243", len(pages.Countries), pages.Atlas.Totals.Countries)
	}
	inRegions := map[string]int{}
	for _, r := range pages.Regions {
		for _, id := range r.Countries["en"] {
			inRegions[id]++
		}
	}
	for id, c := range pages.Countries {
		if len(c.Entries) != len(d.Indicators) {
			t.Errorf("%s: %d entries, want %d", id, len(c.Entries), len(d.Indicators))
		}
		if inRegions[id] != 1 {
			t.Errorf("%s stands on the pages of %d regions", id, inRegions[id])
		}
		for _, lang := range dataset.Languages {
			if c.Names[lang] == "" || c.Names[lang] == c.ISO3 {
				t.Errorf("%s has no name in %s", id, lang)
			}
			if !slices.Contains(pages.Atlas.Countries[lang], id) {
				t.Errorf("%s is not in the %s list", id, lang)
			}
		}
	}
}

// TestCountsAddUp: every country is counted once, in its region too, and in one class.
func TestCountsAddUp(t *testing.T) {
	_, pages := realPages(t)
	for id, page := range pages.Indicators {
		c := page.Counts
		if sum := c.Yes + c.No + c.Unknown + c.Contested + c.Value + c.NoData; sum != 243 || c.Countries != 243 {
			t.Errorf("%s: the states add up to %d of %d countries, want 243", id, sum, c.Countries)
		}
		var regions site.Counts
		for _, r := range page.Regions {
			regions = plus(regions, r.Counts)
		}
		if diff := cmp.Diff(c, regions); diff != "" {
			t.Errorf("%s: the regions do not add up, -world +sum:\n%s", id, diff)
		}
		classed := page.Straddling
		for _, class := range page.Classes {
			classed += class.Count
			if class.Count == 0 {
				t.Errorf("%s: no country in class %s", id, class.ID)
			}
		}
		if classed != c.Value {
			t.Errorf("%s: %d numbers, %d of them in a class or straddling", id, c.Value, classed)
		}
	}
}

// plus adds two counts, member by member.
func plus(a, b site.Counts) site.Counts {
	return site.Counts{Countries: a.Countries + b.Countries, Yes: a.Yes + b.Yes, No: a.No + b.No, Unknown: a.Unknown + b.Unknown,
		Contested: a.Contested + b.Contested, Value: a.Value + b.Value, NoData: a.NoData + b.NoData, StaleYes: a.StaleYes + b.StaleYes,
		StaleNo: a.StaleNo + b.StaleNo, StaleValue: a.StaleValue + b.StaleValue, Inferred: a.Inferred + b.Inferred, Alcohol: a.Alcohol + b.Alcohol}
}

// TestCountsOfProfiles: pages of indicators count what the profiles say.
func TestCountsOfProfiles(t *testing.T) {
	_, pages := realPages(t)
	states, fills := map[string]int{}, map[string]string{}
	everyEntry(pages, func(e site.Entry, other bool) {
		if !other {
			states[e.Indicator+" "+e.State]++
			if e.Stale {
				states[e.Indicator+" stale "+e.State]++
			}
			fills[e.Indicator+" "+e.Country] = e.Fill
		}
	})
	for id, page := range pages.Indicators {
		c := page.Counts
		for state, n := range map[string]int{"yes": c.Yes, "no": c.No, "unknown": c.Unknown, "contested": c.Contested, "value": c.Value, "no-data": c.NoData,
			"stale yes": c.StaleYes, "stale no": c.StaleNo, "stale value": c.StaleValue} {
			if states[id+" "+state] != n {
				t.Errorf("%s: %d profiles say %s, the page counts %d", id, states[id+" "+state], state, n)
			}
		}
		for country, e := range page.Entries {
			if e.Fill != fills[id+" "+country] {
				t.Errorf("%s %s: %s on the map, %s on the profile", id, country, e.Fill, fills[id+" "+country])
			}
		}
	}
}

// TestEveryStatementOnce: each row of the data stands in exactly one history.
func TestEveryStatementOnce(t *testing.T) {
	d, pages := realPages(t)
	left := map[string]int{}
	for _, o := range d.Observations {
		left[fmt.Sprintln(o.Indicator, strings.ToLower(o.Country), o.Period, o.Source, o.Locator, o.Basis, o.Confidence, o.Note)]++
	}
	everyEntry(pages, func(e site.Entry, _ bool) {
		for _, m := range e.History {
			for _, s := range m.Statements {
				left[fmt.Sprintln(e.Indicator, e.Country, s.Period, s.Source, s.Locator, e.Basis, s.Confidence, s.Note)]--
				if s.Period != m.Period {
					t.Errorf("%s %s: a statement of %d under %d", e.Indicator, e.Country, s.Period, m.Period)
				}
			}
		}
	})
	for row, n := range left {
		if n != 0 {
			t.Errorf("%d too few histories with %s", n, row)
		}
	}
}

// TestSourcesExist: every source that any record names has a page, and says so.
func TestSourcesExist(t *testing.T) {
	_, pages := realPages(t)
	known := map[string]site.Source{}
	for _, s := range pages.Sources {
		known[s.ID] = s
	}
	files, err := pages.Encode().Files()
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for name, data := range files {
		var record any
		if err := json.Unmarshal(data, &record); err != nil {
			t.Fatal(err)
		}
		eachSource(record, func(id string) {
			if named++; known[id].ID == "" {
				t.Errorf("%s names %q, which is no source", name, id)
			}
		})
	}
	if named < 7015 {
		t.Errorf("only %d sources are named, fewer than there are rows", named)
	}
	for id, c := range pages.Countries {
		for _, source := range c.Sources {
			supports := func(s site.Support) bool { return slices.Contains(s.Countries, id) }
			if !slices.ContainsFunc(known[source].Supports, supports) {
				t.Errorf("%s cites %s, whose page does not name it", id, source)
			}
		}
	}
}

// eachSource visits what stands under "source", and lists under "sources", in a document.
func eachSource(value any, visit func(id string)) {
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			eachSource(one, visit)
		}
	case map[string]any:
		for name, member := range v {
			if id, ok := member.(string); ok && name == "source" {
				visit(id)
			}
			if ids, ok := member.([]any); ok && name == "sources" {
				for _, id := range ids {
					if text, ok := id.(string); ok {
						visit(text)
					}
				}
			}
			eachSource(member, visit)
		}
	}
}

// TestNeverNoWithoutANo: promise 2. An entry says no only if a row of its newest period does,
// unknown only if one does, and no data where there are no rows about the country.
func TestNeverNoWithoutANo(t *testing.T) {
	d, pages := realPages(t)
	said := map[string]map[int]map[string]bool{} // what is said of an indicator, country and basis in each period
	for _, o := range d.Observations {
		at := fmt.Sprintln(o.Indicator, strings.ToLower(o.Country), o.Basis)
		if said[at] == nil {
			said[at] = map[int]map[string]bool{}
		}
		if said[at][o.Period] == nil {
			said[at][o.Period] = map[string]bool{}
		}
		said[at][o.Period][o.Value] = true
	}
	entries := 0
	everyEntry(pages, func(e site.Entry, other bool) {
		entries++
		periods := said[fmt.Sprintln(e.Indicator, e.Country, e.Basis)]
		if len(periods) == 0 {
			if e.State != "no-data" || e.Fill != "none" || e.Lead != nil || e.Year != 0 {
				t.Errorf("%s %s says %s (%s) of nothing", e.Indicator, e.Country, e.State, e.Fill)
			}
			return
		}
		newest := 0
		for period := range periods {
			newest = max(newest, period)
		}
		if slices.Contains(dataset.Answers, e.State) && !periods[newest][e.State] {
			t.Errorf("%s %s says %s, no row of %d does", e.Indicator, e.Country, e.State, newest)
		}
		if strings.TrimSuffix(e.Fill, "-stale") == "no" && e.State != "no" {
			t.Errorf("%s %s is coloured no and is %s", e.Indicator, e.Country, e.State)
		}
		for _, m := range e.History {
			if slices.Contains(dataset.Answers, m.State) && !periods[m.Period][m.State] {
				t.Errorf("%s %s says %s in %d, no row does", e.Indicator, e.Country, m.State, m.Period)
			}
		}
		if other && e.Basis == "" {
			t.Errorf("%s %s: a national status is hidden among the others", e.Indicator, e.Country)
		}
	})
	if entries < 243*len(d.Indicators) {
		t.Errorf("%d entries, want at least one for each country and indicator", entries)
	}
}

// TestEveryStatusHasASource: promise 1. What is said has a source, a place in it, and a year.
func TestEveryStatusHasASource(t *testing.T) {
	_, pages := realPages(t)
	everyEntry(pages, func(e site.Entry, _ bool) {
		said := e.State != "no-data"
		if said != (e.Lead != nil) || said && (e.Lead.Source == "" || e.Lead.Locator == "" || e.Year == 0) {
			t.Errorf("%s %s says %s with source %+v, year %d", e.Indicator, e.Country, e.State, e.Lead, e.Year)
		}
		if e.Stale && e.Year >= pages.Indicators[e.Indicator].StaleBefore {
			t.Errorf("%s %s: %d is not before %d", e.Indicator, e.Country, e.Year, pages.Indicators[e.Indicator].StaleBefore)
		}
	})
}

// TestWithData: a profile counts indicators, not series; Belgium gives its share of women on
// four bases.
func TestWithData(t *testing.T) {
	_, pages := realPages(t)
	for id, c := range pages.Countries {
		n := 0
		for _, e := range c.Entries {
			if e.Lead != nil || len(e.Others) > 0 {
				n++
			}
		}
		if c.WithData != n {
			t.Errorf("%s: %d indicators with data, counted %d", id, n, c.WithData)
		}
	}
}

// TestAlphabets: names that a sort by code points would put elsewhere.
func TestAlphabets(t *testing.T) {
	d, pages := realPages(t)
	for lang, orders := range map[string][][]string{
		// Afghanistan, Åland Islands, Albania; Costa Rica, Côte d’Ivoire, Croatia
		"en": {{"AFG", "ALA", "ALB"}, {"CRI", "CIV", "HRV"}},
		// Barbados, Bélgica, Belice; Letonia, Líbano, Liberia
		"es": {{"BRB", "BEL", "BLZ"}, {"LVA", "LBN", "LBR"}},
		// Égypte, Espagne, Éthiopie, Finlande; Belize, Bénin, Bermudes
		"fr": {{"EGY", "ESP", "ETH", "FIN"}, {"BLZ", "BEN", "BMU"}},
		// Норвегия, Объединённые Арабские Эмираты, Оман, Острова Кука; Кирибати, Китай
		"ru": {{"NOR", "ARE", "OMN", "COK"}, {"KIR", "CHN"}},
		// البحرين, الجزائر, المغرب, باكستان, بيرو, مصر
		"ar": {{"BHR", "DZA", "MAR", "PAK", "PER", "EGY"}},
	} {
		list := pages.Atlas.Countries[lang]
		for _, order := range orders {
			last := -1
			for _, iso3 := range order {
				place := slices.Index(list, strings.ToLower(iso3))
				if place <= last {
					t.Errorf("%s: %s stands at %d, want after %d", lang, d.Name(iso3, lang), place, last)
				}
				last = place
			}
		}
	}
}
