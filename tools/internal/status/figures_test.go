package status_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// TestDesignFigures: the figures that the design gives for the facts as they were collected.
// Policy support is the only one that moved: 83 before, see TestPolicySupportMoved.
func TestDesignFigures(t *testing.T) {
	d := realData(t)
	a := status.Of(d)
	for indicator, want := range map[string]int{"nsp": 92, "oat": 94, "dcr": 22, "take-home-naloxone": 34, "policy-support": 82} {
		if states, _ := a.Count(indicator, profiles(d)); states[status.Yes] != want {
			t.Errorf("%s: %d countries with a latest yes, want %d", indicator, states[status.Yes], want)
		}
	}
}

// TestContestedPeriods: 22, as the design says, none of them a latest one.
func TestContestedPeriods(t *testing.T) {
	want := strings.Fields(`
		dcr/BEL/2018
		nsp/ARM/2008 nsp/BGR/2018 nsp/BRA/2014 nsp/COL/2014 nsp/DOM/2014 nsp/EGY/2008 nsp/GEO/2014
		nsp/IRQ/2008 nsp/LAO/2012 nsp/MAR/2008 nsp/MDG/2014 nsp/MEX/2008 nsp/MEX/2014 nsp/MMR/2008
		nsp/NPL/2014 nsp/PHL/2014 nsp/RUS/2008 nsp/THA/2014 nsp/USA/2014
		oat/PAK/2008 oat/UZB/2008`)
	var got []string
	for _, s := range status.Of(realData(t)).All {
		for _, c := range s.Periods {
			if c.State == status.Contested {
				got = append(got, fmt.Sprintf("%s/%s/%d", s.Indicator, s.Country, c.Period))
			}
		}
		if s.Latest.State == status.Contested {
			t.Errorf("%s %s: the latest status is contested", s.Indicator, s.Country)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestPolicySupportMoved: the given facts make 83 countries, with the United Kingdom among
// them. Its two rows are about Wales (2008) and Scotland (2022), parts of it, so they were
// given the basis "subnational" and conclude nothing for the whole (sentence 8).
func TestPolicySupportMoved(t *testing.T) {
	as := realData(t)
	countries := profiles(as)
	asGiven := *as
	asGiven.Observations = slices.Clone(as.Observations)
	moved := 0
	for i, o := range asGiven.Observations {
		if o.Indicator == "policy-support" && o.Basis != "" {
			asGiven.Observations[i].Basis = ""
			moved++
		}
	}
	now, before := status.Of(as), status.Of(&asGiven)
	if states, _ := before.Count("policy-support", countries); states[status.Yes] != 83 || moved != 2 {
		t.Errorf("%d yes by %d rows with the given bases, want 83 by 2", states[status.Yes], moved)
	}
	var gone []string
	for _, country := range countries {
		_, has := now.Headline("policy-support", country)
		if s, had := before.Headline("policy-support", country); had && !has {
			gone = append(gone, fmt.Sprint(country, " ", s.Latest.State, " ", s.Year(), " inferred: ", s.Inferred()))
		}
	}
	if diff := cmp.Diff([]string{"GBR yes 2022 inferred: true"}, gone); diff != "" {
		t.Errorf("countries that moved, -want +got:\n%s", diff)
	}
	apart := now.Series("policy-support", "GBR")
	if len(apart) != 1 || apart[0].National() || apart[0].Basis != "subnational" || len(apart[0].Periods) != 2 {
		t.Errorf("the rows about Wales and Scotland are not kept apart: %+v", apart)
	}
}

// TestCount: every country is counted once, and stale ones again.
func TestCount(t *testing.T) {
	a := status.Of(load(t, []row{
		{country: "AAA", period: 2020, value: "yes", source: "t1"}, {country: "BBB", period: 2012, value: "yes", source: "t1"},
		{country: "CCC", period: 2017, value: "no", source: "t1"}, {country: "DDD", period: 2020, value: "unknown", source: "t1"},
		{country: "EEE", period: 2020, value: "yes", source: "t1"}, {country: "EEE", period: 2020, value: "no", source: "t2"},
		{country: "FFF", period: 2020, value: "yes", source: "t1", basis: "subnational"},
	}))
	states, stale := a.Count("nsp", []string{"AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"})
	wantStates := map[status.State]int{status.Yes: 2, status.No: 1, status.Unknown: 1, status.Contested: 1, status.NoData: 2}
	wantStale := map[status.State]int{status.Yes: 1, status.No: 1}
	if diff := cmp.Diff(wantStates, states); diff != "" {
		t.Errorf("states, -want +got:\n%s", diff)
	}
	if diff := cmp.Diff(wantStale, stale); diff != "" {
		t.Errorf("stale, -want +got:\n%s", diff)
	}
}

// TestHeadlineBases: the fixed order of sentence 7, newest or not.
func TestHeadlineBases(t *testing.T) {
	order := strings.Fields("entrants entrants+alcohol new_entrants new_entrants+alcohol clients clients+alcohol oat_clients oat_clients+alcohol")
	for i := range order {
		var rows []row
		for n, basis := range order[i:] {
			rows = append(rows, row{indicator: women, period: 2010 + n, value: "30", basis: basis, source: "t4"})
		}
		for _, basis := range []string{"sample", "registry", "claims", "men-only", "subnational"} {
			rows = append(rows, row{indicator: women, period: 2025, value: "90", basis: basis, source: "t1"})
		}
		s, ok := status.Of(load(t, rows)).Headline(women, "AAA")
		if !ok || s.Basis != order[i] || len(s.Periods) != 1 {
			t.Errorf("headline of %v: %q with %d periods, want %q with 1", order[i:], s.Basis, len(s.Periods), order[i])
		}
	}
}

// TestNothing: no observation is no data, everywhere.
func TestNothing(t *testing.T) {
	nothing := status.Conclude(nil)
	if nothing.State != status.NoData || (status.Series{Latest: nothing}).Inferred() {
		t.Errorf("concluded %q from nothing", nothing.State)
	}
	a := status.Of(load(t, nil))
	if s, ok := a.Headline("nsp", "AAA"); ok || len(a.Series("nsp", "AAA")) != 0 {
		t.Errorf("a headline from nothing: %+v", s)
	}
}
