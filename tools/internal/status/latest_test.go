package status_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// verdict is everything that a page says of a latest status.
type verdict struct {
	State  status.State
	Number string // of a number: the value, or the ends of its range
	Basis  string
	// Year is what the status is about, Stated the newest year in which a source gave it (0 if
	// it is inferred), NoChangeBy the newer year by which derived rows report no change.
	Year, Stated, NoChangeBy int
	Stale                    bool
	Earlier                  string // "yes 2022", or empty
	Lead                     string // the leading statement's source
	Ground                   string // the source that gave it, where the lead only repeats it later
	Against, Silent          string // sources of the same period that say otherwise, or do not speak
}

func verdictOf(s status.Series) verdict {
	v := verdict{State: s.Latest.State, Basis: s.Basis, Year: s.Year(), Stated: s.StatedPeriod, NoChangeBy: s.NoChangeBy(),
		Stale: s.Stale, Lead: s.Latest.Lead.Source, Against: sources(s.Latest.Against), Silent: sources(s.Latest.Silent)}
	if s.Latest.State == status.Value {
		v.Number = figure(s.Latest.Lead)
	}
	if ground := s.Ground().Lead.Source; ground != v.Lead {
		v.Ground = ground
	}
	if s.Earlier.State != status.NoData {
		v.Earlier = fmt.Sprint(s.Earlier.State, " ", s.Earlier.Period)
	}
	return v
}

// TestLatestByHand holds latest statuses that were worked out from the rows of
// data/observations and the eight sentences, not from what the program says. The edition
// is of 2026: a service is old before 2018, a policy before 2016.
func TestLatestByHand(t *testing.T) {
	const yes, no, unknown, value = status.Yes, status.No, status.Unknown, status.Value
	cases := []struct {
		country, indicator string
		want               verdict
		because            string
	}{
		// Sentence 1: derived rows speak only where there are no others.
		{"Slovenia SVN", "dcr", verdict{State: yes, Year: 2024, Stated: 2024, Lead: "primorski-dnevnik-svn-2024", Silent: "hri-gshr-2024"},
			"1: a newspaper states the room; the no by exclusion is derived and is silent, though of tier 1"},
		{"Bulgaria BGR", "nsp", verdict{State: yes, Year: 2024, Stated: 2024, Lead: "dpf-node-4141", Silent: "idpc-bgr-2024"},
			"1: the stated yes of 2024 speaks, the derived one is silent; 5: it is newer than the no of 2020"},
		{"Austria AUT", "oat", verdict{State: yes, Year: 2019, Stated: 2019, Lead: "emcdda-bulletin-2021"},
			"1: a count of clients in 2019 implies a yes, which speaks like a stated one"},

		// Sentence 2: unknown speaks only where there is no yes or no.
		{"China CHN", "dcr", verdict{State: unknown, Year: 2024, Stated: 2024, Earlier: "no 2022", Lead: "hri-gshr-2024-trace", Silent: "hri-gshr-2024"},
			"1 before 2: the no of 2024 is derived and silent, so the stated unknown has no known answer beside it; 6: no in 2022"},
		{"North Korea PRK", "nsp", verdict{State: unknown, Year: 2020, Stated: 2020, Lead: "hri-gshr-2020-asia"},
			"2: the only row is unknown; 6: nothing was known before"},

		// Sentence 4: numbers.
		{"Canada CAN", "dcr-sites", verdict{State: value, Number: "40", Year: 2020, Stated: 2020, Lead: "hri-gshr-2020-north-america", Against: "casn-can-2020"},
			"4: the count of tier 1 leads; 49 of tier 4 stands beside it"},
		{"Kuwait KWT", "people-who-inject", verdict{State: value, Number: "3510", Year: 2018, Stated: 2018,
			Lead: "hri-gshr-2018-middle-east-and-north-africa", Against: "unaids-gam-2019"},
			"4: tier 1 leads tier 2; 8 years before 2026 are not more than 8"},
		{"Seychelles SYC", "people-who-inject", verdict{State: value, Number: "2500", Year: 2017, Stated: 2017, Stale: true,
			Lead: "unaids-gam-2019", Against: "seychelles-nation-2018"},
			"4: tier 2 leads; a newspaper's range of 1,700 to 2,000 is another estimate"},
		{"Morocco MAR", "people-who-inject", verdict{State: value, Number: "3000–18500", Year: 2018, Stated: 2018,
			Lead: "hri-gshr-2018-middle-east-and-north-africa"},
			"4: a range stays a range; 5: figures of other years are not its period"},
		{"India IND", "people-who-inject", verdict{State: value, Number: "850000", Year: 2020, Stated: 2020, Lead: "hri-gshr-2020-asia"},
			"5: 2020 is the newest period"},
		{"Colombia COL", "people-who-inject", verdict{State: value, Number: "7000–8000", Year: 2025, Lead: "medicina-y-salud-publica-col-2025"},
			"5: 2025 is the newest period; its year is assumed, so the number is inferred"},
		{"New Zealand NZL", "people-who-inject", verdict{State: value, Number: "18000", Year: 2020, Lead: "hri-gshr-2020-oceania"},
			"5: only a derived figure in the newest period, so it is inferred"},

		// Sentence 5: the year, inferred statuses, and age.
		{"Kenya KEN", "nsp", verdict{State: yes, Year: 2023, Stated: 2023, Lead: "nation-ken-2023"},
			"5: 2023 is the newest period, and a stated row gives it"},
		{"Laos LAO", "nsp", verdict{State: no, Year: 2024, Stated: 2024, Lead: "hri-gshr-2024-trace"},
			"5: the yes of 2017 and before is past"},
		{"Nepal NPL", "nsp", verdict{State: yes, Year: 2020, Stated: 2020, NoChangeBy: 2024, Lead: "dpf-node-4141", Ground: "hri-gshr-2020-asia"},
			"5: stated in 2020; the derived rows of 2022 to 2024 agree, so no change reported by 2024"},
		{"Mexico MEX", "dcr", verdict{State: yes, Year: 2024, Stated: 2024, NoChangeBy: 2025, Lead: "excelsior-mexicali-2025", Ground: "hri-gshr-2024-trace"},
			"5: stated in 2024; the undated page of 2025 agrees"},
		{"Kyrgyzstan KGZ", "prison-nsp", verdict{State: yes, Year: 2022, Stated: 2022, NoChangeBy: 2023, Lead: "hri-gshr-2023-update", Ground: "fds-insight-2022"},
			"5: stated in 2022, carried forward to 2023"},
		{"South Korea KOR", "dcr", verdict{State: no, Year: 2008, Stated: 2008, NoChangeBy: 2024, Stale: true, Lead: "hri-gshr-2024", Ground: "who-atlas-2008"},
			"5: only 2008 states it; what is derived later does not make it fresh"},
		{"Russia RUS", "nsp", verdict{State: yes, Year: 2008, Stated: 2008, NoChangeBy: 2024, Stale: true, Lead: "dpf-node-4141", Ground: "hri-gshr-2008-eurasia"},
			"5: the last stated yes is of 2008, contested in that year; all that is newer is derived"},
		{"Kosovo XKX", "nsp", verdict{State: yes, Year: 2024, Earlier: "no 2008", Lead: "dpf-node-4141"},
			"5: no row states a yes, so it is inferred; the stated no of 2008 is named"},
		{"Uganda UGA", "nsp", verdict{State: yes, Year: 2023, Earlier: "no 2020", Lead: "ascp-uga-2024-prep"},
			"5: the stated yes of 2018 lies behind the no of 2019 and 2020, so that of 2023 is inferred"},
		{"Iceland ISL", "dcr", verdict{State: yes, Year: 2025, Earlier: "no 2023", Lead: "icelandnews24-isl-2025"},
			"5: derived only, against a derived no of 2023"},
		{"Nigeria NGA", "oat", verdict{State: yes, Year: 2025, Earlier: "no 2014", Lead: "ashenews-nga-2025"},
			"5: the undated pages of 2024 and 2025 are derived"},
		{"Saint Lucia LCA", "oat", verdict{State: yes, Year: 2014, Stale: true, Earlier: "no 2008", Lead: "who-atlas-2014"},
			"5: inferred in 2014, which is old"},
		{"Greece GRC", "take-home-naloxone", verdict{State: yes, Year: 2024, Earlier: "no 2018", Lead: "okana-grc-2024"},
			"5: inferred against a stated no"},
		{"Tunisia TUN", "policy-support", verdict{State: no, Year: 2023, Earlier: "yes 2013", Lead: "houloul-tun-2023"},
			"5: an inferred no names the stated yes before it"},
		{"Thailand THA", "prison-oat", verdict{State: no, Year: 2024, Earlier: "yes 2017", Lead: "hri-gshr-2024-trace"},
			"5: four derived no's do not hide the count that implied a yes in 2017"},
		{"Belgium BEL", "policy-support", verdict{State: yes, Year: 2024, Lead: "hri-gshr-2024-trace"},
			"5: derived in every year, so inferred, with nothing against it"},
		{"Viet Nam VNM", "nsp", verdict{State: yes, Year: 2018, Stated: 2018, Lead: "unaids-gam-2019"},
			"age: 2018 is 8 years before 2026, not more than 8"},
		{"Mali MLI", "nsp", verdict{State: yes, Year: 2017, Stated: 2017, Stale: true, Lead: "unaids-gam-2019"},
			"age: 2017 is 9 years before 2026"},
		{"Singapore SGP", "oat", verdict{State: no, Year: 2016, Stated: 2016, Stale: true, Lead: "hri-gshr-2016-asia"},
			"age: a no can be old too"},
		{"Kenya KEN", "policy-support", verdict{State: yes, Year: 2014, Stated: 2014, Stale: true, Lead: "hri-financing-ken-2023"},
			"age: 12 years are more than the 10 of a policy; the year of the source does not count"},

		// Sentence 6: unknown after a known value.
		{"Philippines PHL", "policy-support", verdict{State: unknown, Year: 2024, Stated: 2024, Earlier: "yes 2022", Lead: "dpf-node-4142"},
			"6: unknown in 2024; yes in 2022"},
		{"India IND", "take-home-naloxone", verdict{State: unknown, Year: 2024, Stated: 2024, Earlier: "yes 2022", Lead: "hri-gshr-2024-trace"},
			"6: unknown in 2024; yes in 2022"},
		{"Bolivia BOL", "nsp", verdict{State: unknown, Year: 2024, Stated: 2024, Earlier: "no 2022", Lead: "hri-gshr-2024-trace"},
			"6: unknown in 2024; no in 2022"},
		{"Dominican Republic DOM", "nsp", verdict{State: unknown, Year: 2024, Stated: 2024, Earlier: "yes 2022", Lead: "dpf-node-4141"},
			"6: the known value before may be a derived one"},
		{"Andorra AND", "nsp", verdict{State: unknown, Year: 2018, Earlier: "no 2014", Lead: "hri-gshr-2018-western-europe"},
			"6: the unknown of 2016 is no known value; the unknown of 2018 is derived, so inferred"},

		// Sentence 7: which share stands for the country.
		{"Belgium BEL", "women-in-treatment", verdict{State: value, Number: "27.0", Basis: "entrants", Year: 1999, Stated: 1999, Stale: true, Lead: "emcdda-bulletin-2006"},
			"7: entrants go before new entrants (2010) and before those with alcohol (2021, 2023), though they are older"},
		{"Norway NOR", "women-in-treatment", verdict{State: value, Number: "32", Basis: "entrants", Year: 2011, Stated: 2011, Stale: true, Lead: "dpf-node-3168"},
			"7: entrants go before OAT clients (2017), and the two are never mixed"},
		{"United States USA", "women-in-treatment", verdict{State: value, Number: "33.1", Basis: "entrants+alcohol", Year: 2011, Stated: 2011, Stale: true, Lead: "samhsa-teds-2014"},
			"7: with alcohol only, so it leads, named by its basis; 5: 2011 is newer than 2007"},
		{"Georgia GEO", "women-in-treatment", verdict{State: value, Number: "0–2", Basis: "clients", Year: 2013, Stale: true, Lead: "ijdp-geo-2013"},
			"7: clients, the only basis; 4: a range; 5: derived, so inferred"},
		{"South Korea KOR", "women-in-treatment", verdict{State: status.NoData}, "7: counts of insurance claims never stand for a country"},
		{"Saudi Arabia SAU", "women-in-treatment", verdict{State: status.NoData}, "7: neither do services that admit only men, nor a sample"},
		{"Oman OMN", "women-in-treatment", verdict{State: status.NoData}, "7: neither do a register and a sample"},

		// Sentence 8: evidence about a part of a country.
		{"United Kingdom GBR", "policy-support", verdict{State: status.NoData}, "8: Wales in 2008 and Scotland in 2022 are parts"},
		{"Thailand THA", "women-in-treatment", verdict{State: status.NoData}, "8: Chiang Mai is a part"},
		{"United States USA", "dcr-sites", verdict{State: value, Number: "2", Year: 2024, Stated: 2024, Lead: "nyt-usa-2024"},
			"8: the counts of New York do not enter the series"},
		{"South Africa ZAF", "hiv-prevalence", verdict{State: value, Number: "21.8", Year: 2018, Stated: 2018, Lead: "unaids-gam-2019"},
			"8: three and five cities stand apart"},
	}
	a := status.Of(realData(t))
	for _, c := range cases {
		iso3 := c.country[len(c.country)-3:]
		t.Run(c.country+" "+c.indicator, func(t *testing.T) {
			got := verdict{State: status.NoData}
			if s, ok := a.Headline(c.indicator, iso3); ok {
				got = verdictOf(s)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s\n-by hand +concluded:\n%s", c.because, diff)
			}
			if s, ok := a.Headline(c.indicator, iso3); ok && s.Inferred() != (c.want.Stated == 0) {
				t.Errorf("inferred is %v: %s", s.Inferred(), c.because)
			}
		})
	}
}
