package status_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// reasoning is what is concluded of one period, and who said what. Agree, Against and Silent
// list sources by standing.
type reasoning struct {
	State                        status.State
	Lead, Agree, Against, Silent string
	Derived                      bool
}

func reasoningOf(c status.Conclusion) reasoning {
	return reasoning{c.State, c.Lead.Source, sources(c.Agree), sources(c.Against), sources(c.Silent), c.Derived}
}

// TestPeriodByHand holds statuses of single periods worked out from the rows by hand.
func TestPeriodByHand(t *testing.T) {
	const contested = status.Contested
	cases := []struct {
		country, indicator string
		period             int
		want               reasoning
		because            string
	}{
		{"Belgium BEL", "dcr", 2018, reasoning{contested, "hri-gshr-2018-trace", "", "emcdda-cdr-2018-bgr", "hri-gshr-2018-western-europe", false},
			"3: yes of tier 3 against no of tier 2; 1: the derived yes of tier 1 is silent"},
		{"Armenia ARM", "nsp", 2008, reasoning{contested, "hri-gshr-2008-eurasia", "", "who-atlas-2008", "", false},
			"3: yes of tier 1 against no of tier 2"},
		{"Iraq IRQ", "nsp", 2008, reasoning{contested, "who-atlas-2008", "", "hri-gshr-2008-middle-east-and-north-africa", "", false},
			"3: no of tier 1 against yes of tier 2: the yes leads, since both are shown"},
		{"Brazil BRA", "nsp", 2014, reasoning{contested, "hri-gshr-2014-trace", "", "who-atlas-2014", "", false},
			"3: tier 3 contests tier 2; only tier 4 never does"},
		{"Dominican Republic DOM", "nsp", 2014, reasoning{contested, "unaids-gam-2019", "", "who-atlas-2014", "", false},
			"3: an implied yes contests a stated no"},
		{"Laos LAO", "nsp", 2012, reasoning{contested, "unaids-gam-2019", "", "hri-gshr-2012-trace", "", false},
			"3: an implied yes of tier 2 against a stated no of tier 3"},
		{"Nepal NPL", "nsp", 2014, reasoning{contested, "hrj-asia-2015", "unaids-gam-2019", "who-atlas-2014", "", false},
			"3: two say yes, the ministry says no"},
		{"Bulgaria BGR", "nsp", 2018, reasoning{contested, "emcdda-cdr-2018-bgr", "", "hri-press-2018", "ehra-countries-2018", false},
			"3: yes of tier 2 against no of tier 1; 1: a derived no is silent"},
		{"Uzbekistan UZB", "oat", 2008, reasoning{contested, "hri-gshr-2008-eurasia", "", "who-atlas-2008", "", false},
			"3: yes of tier 1 against no of tier 2"},
		{"Mexico MEX", "dcr", 2018, reasoning{status.No, "hri-gshr-2018-trace", "", "bajapost-mexicali-2018", "", false},
			"3: news alone never contests a copy of tier 3; it is shown as overruled"},
		{"Japan JPN", "oat", 2014, reasoning{status.No, "hrj-asia-2015", "", "", "who-atlas-2014", false},
			"1: the yes derived from companion questions is silent"},
		{"Singapore SGP", "oat", 2014, reasoning{status.No, "hrj-asia-2015", "", "", "who-atlas-2014", false},
			"1: as in Japan"},
		{"Colombia COL", "dcr", 2022, reasoning{status.No, "hri-gshr-2022-trace", "", "", "hri-gshr-2024", false},
			"1: a derived row is silent even where it agrees"},
		{"Thailand THA", "dcr", 2024, reasoning{status.Unknown, "hri-gshr-2024-trace", "", "", "hri-gshr-2024", false},
			"1 before 2: a derived no does not break a stated unknown"},
		{"India IND", "people-who-inject", 2016, reasoning{status.Value, "unaids-gam-2019", "", "", "hri-gshr-2016-asia", false},
			"1: the figure that looks wrong is derived, so that of tier 2 speaks alone"},
		{"Cyprus CYP", "hiv-prevalence", 2016, reasoning{status.Value, "hri-gshr-2016-western-europe", "", "unaids-gam-2019", "", false},
			"4: a range of tier 1 leads a figure of tier 2"},
		{"Philippines PHL", "hiv-prevalence", 2013, reasoning{status.Value, "unaids-gam-2019", "", "aidsdatahub-regional-overview-2014", "", false},
			"4: of two figures of tier 2 that of the newer source leads"},
		{"Andorra AND", "nsp", 2016, reasoning{status.Unknown, "hri-gshr-2016-western-europe", "", "", "", true},
			"1: only a derived row, so it speaks"},
		{"Kosovo XKX", "nsp", 2020, reasoning{status.Yes, "hri-gshr-2020-eurasia", "dpf-node-4173", "", "", true},
			"1: two derived rows speak together; the better tier leads"},
	}
	a := status.Of(realData(t))
	for _, c := range cases {
		t.Run(c.country+" "+c.indicator, func(t *testing.T) {
			s, ok := a.Headline(c.indicator, c.country[len(c.country)-3:])
			i := slices.IndexFunc(s.Periods, func(p status.Conclusion) bool { return p.Period == c.period })
			if !ok || i < 0 {
				t.Fatal("nothing concluded")
			}
			if diff := cmp.Diff(c.want, reasoningOf(s.Periods[i])); diff != "" {
				t.Errorf("%d, %s\n-by hand +concluded:\n%s", c.period, c.because, diff)
			}
		})
	}
}
