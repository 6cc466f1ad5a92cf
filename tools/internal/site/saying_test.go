package site_test

import (
	"encoding/json"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// Templates keep the words of an answer under its key: two answers that read differently must never share one.
func TestAnswersThatReadDifferentlyHaveKeysOfTheirOwn(t *testing.T) {
	one := func(n float64, decimals int) *site.Figure { return &site.Figure{N: n, Decimals: decimals} }
	entries := map[string]site.Entry{
		"yes":                           {State: "yes", Year: 2024},
		"another state":                 {State: "no", Year: 2024},
		"another year":                  {State: "yes", Year: 2023},
		"inferred":                      {State: "yes", Year: 2024, Inferred: true},
		"old":                           {State: "yes", Year: 2024, Stale: true},
		"inferred and old":              {State: "yes", Year: 2024, Inferred: true, Stale: true},
		"after another":                 {State: "unknown", Year: 2024, Earlier: &site.Earlier{State: "yes", Year: 2022}},
		"after another state":           {State: "unknown", Year: 2024, Earlier: &site.Earlier{State: "no", Year: 2022}},
		"after another year":            {State: "unknown", Year: 2024, Earlier: &site.Earlier{State: "yes", Year: 2021}},
		"no answer":                     {State: "no-data"},
		"a number":                      {State: "value", Year: 2024, Indicator: "nsp-sites", Number: &site.Number{Value: one(12, 0)}},
		"a number with a decimal":       {State: "value", Year: 2024, Indicator: "nsp-sites", Number: &site.Number{Value: one(12, 1)}},
		"a number of another indicator": {State: "value", Year: 2024, Indicator: "oat-sites", Number: &site.Number{Value: one(12, 0)}},
		"at least":                      {State: "value", Year: 2024, Indicator: "nsp-sites", Number: &site.Number{Low: one(12, 0)}},
		"at most":                       {State: "value", Year: 2024, Indicator: "nsp-sites", Number: &site.Number{High: one(12, 0)}},
		"a range":                       {State: "value", Year: 2024, Indicator: "nsp-sites", Number: &site.Number{Low: one(12, 0), High: one(13, 0)}},
	}
	seen := map[string]string{}
	for name, e := range entries {
		key := saysOf(t, e)
		if other, taken := seen[key]; taken {
			t.Errorf("%q and %q have the same key, %q", name, other, key)
		}
		seen[key] = name
	}
}

// What a reader sees alike is worded once, wherever it stands.
func TestAnswersThatReadAlikeShareAKey(t *testing.T) {
	ken := saysOf(t, site.Entry{State: "yes", Year: 2024, Country: "ken", Indicator: "nsp", Fill: "yes", Spoke: 3})
	fra := saysOf(t, site.Entry{State: "yes", Year: 2024, Country: "fra", Indicator: "oat", Basis: "people"})
	if ken != fra {
		t.Errorf("%q and %q for the same words", ken, fra)
	}
}

// The answers of a profile's history are worded as answers of that year are.
func TestMomentsShareTheKeysOfEntries(t *testing.T) {
	moments := 0
	for _, c := range fixturePages(t).Countries {
		for _, e := range c.Entries {
			for _, m := range e.History {
				moments++
				want := saysOf(t, site.Entry{Indicator: e.Indicator, State: m.State, Year: m.Period, Inferred: m.Derived, Number: m.Number})
				if m.Says != want {
					t.Errorf("%s %s %d: key %q; want %q", c.ID, e.Indicator, m.Period, m.Says, want)
				}
			}
		}
	}
	if moments == 0 {
		t.Error("no history was compared")
	}
}

// Whoever reads a correction reads the value as the data files have it.
func TestProfilesNameTheValueToCorrect(t *testing.T) {
	for _, c := range fixturePages(t).Countries {
		for _, e := range c.Entries {
			if e.State == "yes" && e.Current != "yes, "+jsonOf(t, e.Year) {
				t.Errorf("%s %s: %q; want the answer and its year %d", c.ID, e.Indicator, e.Current, e.Year)
			}
			if e.State == "no-data" && e.Current != "no-data" {
				t.Errorf("%s %s: %q; want no-data", c.ID, e.Indicator, e.Current)
			}
		}
	}
}

func saysOf(t *testing.T, e site.Entry) string {
	t.Helper()
	var record struct{ Says string }
	if err := json.Unmarshal([]byte(jsonOf(t, e)), &record); err != nil {
		t.Fatal(err)
	}
	return record.Says
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
