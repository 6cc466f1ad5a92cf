package site_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// numbers makes the profile of a country without data from the small data set, with rows that
// are added: period, value, low, high of the people who inject drugs.
func numbers(t *testing.T, rows ...dataset.Observation) site.Country {
	t.Helper()
	d := fixture(t)
	for _, o := range rows {
		o.Indicator, o.Country, o.Source, o.Locator, o.Confidence = "people-who-inject", "XDD", "ministry", "p. 1", "stated"
		d.Observations = append(d.Observations, o)
	}
	return site.Build(d, status.Of(d), site.Maps{}).Countries["xdd"]
}

// Numbers stand between zero at the foot, 19, and the most of the series at the top, 5; the edition
// is of 2026. What a source leaves open is drawn no further than it says.
func TestNumbersOnATimeline(t *testing.T) {
	page := numbers(t,
		dataset.Observation{Period: 2016, Value: "100"},
		dataset.Observation{Period: 2018, Low: "50", High: "200"},
		dataset.Observation{Period: 2020, Value: "150", Low: "100", High: "200"},
		dataset.Observation{Period: 2022, High: "100"},
		dataset.Observation{Period: 2024, Low: "100"},
		dataset.Observation{Period: 2025, Value: "0"},
	)
	e := page.Entries[6]
	tests := []struct {
		name string
		want site.Place
	}{
		{"nothing is none at the foot", site.Place{X: 163, Y: 19}},
		{"at least: the number alone", site.Place{X: 149, Y: 12}},
		{"up to: from zero", site.Place{X: 121, Top: 12, Height: 7}},
		{"a number in its range", site.Place{X: 93, Y: 8.5, Top: 5, Height: 7}},
		{"a range", site.Place{X: 65, Top: 5, Height: 10.5}},
		{"a number", site.Place{X: 37, Y: 12}},
	}
	for i, test := range tests {
		if diff := cmp.Diff(&test.want, e.History[i].Place); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
	if e.Span == nil || e.Span.Low.N != 0 || e.Span.High.N != 200 {
		t.Errorf("span %+v", e.Span)
	}
}

// All histories of a profile share one row of years, which a profile without data lacks.
func TestTimelineOfAProfile(t *testing.T) {
	countries := fixturePages(t).Countries
	nsp, dcr := countries["xaa"].Entries[0], countries["xaa"].Entries[2]
	if got, want := nsp.History[1].Place.X-dcr.History[1].Place.X, 14.0; got != want {
		t.Errorf("2020 stands %g after 2019, want %g", got, want)
	}
	if line := countries["xaa"].Timeline; line == nil || line.Years[0].Value != 2010 {
		t.Errorf("years %+v", line)
	}
	if part := countries["xbb"].Entries[3].Others[0]; part.History[0].Place != nil {
		t.Error("a part of the country is drawn")
	}
	if countries["xdd"].Timeline != nil {
		t.Error("a row of years where nothing stands on it")
	}
	if one := numbers(t, dataset.Observation{Period: 2016, Value: "100"}).Entries[6]; one.Span != nil {
		t.Error("a single number has a span")
	}
}
