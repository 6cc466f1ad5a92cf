package site_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// Templates keep the words of an answer under its key: answers that read differently must never share one, and what
// reads alike should, wherever it stands. So the key and the fields that make the words go together one to one.
func TestAnswersShareAKeyIfAndOnlyIfTheyReadAlike(t *testing.T) {
	keys, words := map[string]string{}, map[string]string{}
	compare := func(where, key string, of ...any) {
		reads := jsonOf(t, of)
		if other, taken := keys[key]; taken && other != reads {
			t.Errorf("%s: key %q stands for %s and for %s", where, key, other, reads)
		}
		if other, worded := words[reads]; worded && other != key {
			t.Errorf("%s: %s has the keys %q and %q", where, reads, other, key)
		}
		keys[key], words[reads] = reads, key
	}
	visit := func(where string, e site.Entry) {
		compare(where, e.Says, e.State, e.Year, e.Inferred, e.Stale, e.Earlier, numberOf(e.Indicator, e.Number))
		for _, m := range e.History {
			compare(fmt.Sprint(where, " ", m.Period), m.Says, m.State, m.Period, m.Derived, false, (*site.Earlier)(nil), numberOf(e.Indicator, m.Number))
		}
	}
	_, real := realPages(t)
	for name, pages := range map[string]site.Pages{"real": real, "small": fixturePages(t)} {
		everyEntry(pages, func(e site.Entry, _ bool) { visit(name+" "+e.Country+" "+e.Indicator, e) })
		for id, i := range pages.Indicators {
			for country, e := range i.Entries {
				visit(name+" page of "+id+" "+country, e)
			}
		}
	}
	for _, want := range []string{" inferred", " stale", " after yes ", "says value ", "says no-data 0", " 12.5 "} {
		if !strings.Contains(strings.Join(slices.Collect(maps.Keys(keys)), "\n"), want) {
			t.Errorf("no answer was seen whose key has %q", want)
		}
	}
}

// Whoever reads a correction reads the value as the data files have it.
func TestProfilesNameTheValueToCorrect(t *testing.T) {
	seen := map[string]bool{}
	everyEntry(fixturePages(t), func(e site.Entry, other bool) {
		if !other {
			seen[e.Country+" "+e.Indicator+": "+e.Current] = true
		}
	})
	for _, want := range []string{"xaa nsp: yes, 2020", "xaa people-who-inject: 1000, 2020", "xbb women-in-treatment: 21.50, 2012",
		"xbb people-who-inject: 900–2100, 2020", "xdd nsp: no-data"} {
		if !seen[want] {
			t.Errorf("no entry says %q", want)
		}
	}
}

// numberOf gives a number with what it counts, from which its unit follows.
func numberOf(indicator string, n *site.Number) any {
	if n == nil {
		return nil
	}
	return []any{indicator, n}
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
