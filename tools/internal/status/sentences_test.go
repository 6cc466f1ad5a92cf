package status_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// TestSentences holds what the sentences say of rows that the real data do not have yet.
func TestSentences(t *testing.T) {
	const yes, no, derived, implied = "yes", "no", "derived", "implied"
	cases := []struct {
		name string
		rows []row
		want verdict
	}{
		{"1: derived rows of equal standing contest each other",
			[]row{{period: 2020, value: yes, source: "t1", confidence: derived}, {period: 2020, value: no, source: "t2", confidence: derived}},
			verdict{State: status.Contested, Year: 2020, Lead: "t1", Against: "t2"}},
		{"3: a contested latest status has the year of its statements, and nothing before it is named",
			[]row{{period: 2016, value: no, source: "t1"}, {period: 2020, value: yes, source: "t3"}, {period: 2020, value: no, source: "t1"}},
			verdict{State: status.Contested, Year: 2020, Stated: 2020, Lead: "t3", Against: "t1"}},
		{"3: tier 4 contests tier 4",
			[]row{{period: 2020, value: yes, source: "t4"}, {period: 2020, value: no, source: "o4"}},
			verdict{State: status.Contested, Year: 2020, Stated: 2020, Lead: "t4", Against: "o4"}},
		{"3: a source without a tier weighs as little as the last",
			[]row{{period: 2020, value: yes, source: "not-listed"}, {period: 2020, value: no, source: "t3"}},
			verdict{State: status.No, Year: 2020, Stated: 2020, Lead: "t3", Against: "not-listed"}},
		{"4: of one tier what is stated leads what is implied, though older",
			[]row{{indicator: people, period: 2020, value: "10", source: "t2", confidence: implied}, {indicator: people, period: 2020, value: "20", source: "o2"}},
			verdict{State: status.Value, Number: "20", Year: 2020, Stated: 2020, Lead: "o2", Against: "t2"}},
		{"4: the same figure with other bounds is another estimate",
			[]row{{indicator: people, period: 2020, value: "10", low: "5", high: "15", source: "t1"}, {indicator: people, period: 2020, value: "10", source: "t2"},
				{indicator: people, period: 2020, value: "10", low: "6", high: "15", source: "t3"}, {indicator: people, period: 2020, value: "10", low: "5", high: "16", source: "t4"}},
			verdict{State: status.Value, Number: "10", Year: 2020, Stated: 2020, Lead: "t1", Against: "t2 t3 t4"}},
		{"4: a number repeated in a newer, derived row is inferred there",
			[]row{{indicator: people, period: 2018, value: "10", source: "t1"}, {indicator: people, period: 2020, value: "10", source: "t1", confidence: derived}},
			verdict{State: status.Value, Number: "10", Year: 2020, Lead: "t1"}},
		{"5: a no that was one side of a contested year was stated in it",
			[]row{{period: 2020, value: yes, source: "t1"}, {period: 2020, value: no, source: "t2"}, {period: 2022, value: no, source: "t1", confidence: derived}},
			verdict{State: status.No, Year: 2020, Stated: 2020, NoChangeBy: 2022, Lead: "t1", Ground: "t2"}},
		{"5: an unknown between two that agree does not end the search",
			[]row{{period: 2018, value: yes, source: "t1"}, {period: 2020, value: "unknown", source: "t1"}, {period: 2022, value: yes, source: "t1", confidence: derived}},
			verdict{State: status.Yes, Year: 2018, Stated: 2018, NoChangeBy: 2022, Lead: "t1"}},
		{"5: a differing answer does, even a derived one",
			[]row{{period: 2018, value: yes, source: "t1"}, {period: 2020, value: no, source: "t1", confidence: derived}, {period: 2022, value: yes, source: "t1", confidence: derived}},
			verdict{State: status.Yes, Year: 2022, Earlier: "no 2020", Lead: "t1"}},
		{"5: an unknown keeps the year in which it was stated; 6: and what was known before",
			[]row{{period: 2014, value: yes, source: "t1"}, {period: 2016, value: "unknown", source: "t1"}, {period: 2018, value: "unknown", source: "t1", confidence: derived}},
			verdict{State: status.Unknown, Year: 2016, Stated: 2016, NoChangeBy: 2018, Stale: true, Earlier: "yes 2014", Lead: "t1"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := status.Of(load(t, c.rows))
			if len(a.All) != 1 {
				t.Fatalf("%d series, want 1", len(a.All))
			}
			if diff := cmp.Diff(c.want, verdictOf(a.All[0])); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
