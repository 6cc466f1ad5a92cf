package status

import (
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

func TestGroundIsTheStatementThatGaveTheStatus(t *testing.T) {
	says := func(period int, value, confidence, source string, tier int) Statement {
		return Statement{&dataset.Observation{Indicator: "nsp", Country: "KEN", Period: period, Value: value,
			Confidence: confidence, Source: source}, tier, period}
	}
	for _, c := range []struct {
		name    string
		periods [][]Statement
		want    string // source of the ground's lead
	}{
		{"the newest, where it is stated", [][]Statement{{says(2018, "yes", "stated", "old", 1)}, {says(2020, "yes", "stated", "new", 4)}}, "new"},
		{"the stated one before a derived one", [][]Statement{{says(2020, "yes", "stated", "report", 1)}, {says(2024, "yes", "derived", "summary", 3)}}, "report"},
		{"the derived one, where nothing else says so", [][]Statement{{says(2020, "no", "stated", "report", 1)}, {says(2024, "yes", "derived", "summary", 3)}}, "summary"},
		{"the no of a contested year before a derived no", [][]Statement{{says(2020, "yes", "stated", "for", 1), says(2020, "no", "stated", "against", 2)}, {says(2024, "no", "derived", "summary", 3)}}, "against"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s Series
			for _, p := range c.periods {
				s.Periods = append(s.Periods, Conclude(p))
			}
			s.concludeLatest(2026, 8)
			if got := s.Ground().Lead.Source; got != c.want {
				t.Errorf("rests on %q; want %q", got, c.want)
			}
		})
	}
}
