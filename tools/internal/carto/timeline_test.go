package carto_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

// Years stand where they lie in time: as far apart as they are, on a narrow screen too.
func TestTimelineKeepsGaps(t *testing.T) {
	tests := []struct {
		name        string
		first, last int
		year        int
		want        float64
	}{
		{"the first year begins after the words", 2007, 2026, 2007, 37},
		{"the next is one year on", 2007, 2026, 2008, 51},
		{"a gap of ten years is ten years wide", 2007, 2026, 2018, 191},
		{"a short row does not spread", 2024, 2026, 2026, 65},
		{"a long one shrinks", 1968, 2025, 1969, 37.5},
		{"and ends inside", 1968, 2025, 2025, 317.5},
		{"a single year", 2026, 2026, 2026, 37},
	}
	for _, test := range tests {
		if got := (carto.Timeline{First: test.first, Last: test.last}).X(test.year); got != test.want {
			t.Errorf("%s: %d stands at %g, want %g", test.name, test.year, got, test.want)
		}
	}
}

// Numbers rise from zero, so that a small change looks small.
func TestTimelineRisesFromZero(t *testing.T) {
	tests := []struct{ number, most, want float64 }{{0, 40, 19}, {20, 40, 12}, {38, 40, 5.7}, {40, 40, 5}, {0, 0, 19}}
	for _, test := range tests {
		if got := (carto.Timeline{}).Y(test.number, test.most); got != test.want {
			t.Errorf("%g of %g stands at %g, want %g", test.number, test.most, got, test.want)
		}
	}
}

// A year is written where there is room: every fifth, or every tenth on a long row.
func TestTimelineNamesYears(t *testing.T) {
	line := carto.Timeline{First: 2014, Last: 2021}
	want := []carto.Tick{{X: 51, Y: 39, Value: 2015}, {X: 121, Y: 39, Value: 2020}}
	if diff := cmp.Diff(want, line.Labels()); diff != "" {
		t.Errorf("labels (-want +got):\n%s", diff)
	}
	if got := (carto.Timeline{First: 1992, Last: 2026}).Labels(); len(got) != 3 || got[2].Value != 2020 {
		t.Errorf("a long row names %+v", got)
	}
	if got, want := (carto.Timeline{First: 2019, Last: 2020}).Axis(), "M30 24l25 0m-18 0l0 2m14-2l0 5"; got != want {
		t.Errorf("axis %s, want %s", got, want)
	}
}
