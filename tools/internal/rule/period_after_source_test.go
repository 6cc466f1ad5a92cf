package rule

import "testing"

func TestPeriodAfterSource(t *testing.T) {
	wantFinding(t, periodAfterSource, "data/observations/people-who-inject.csv", "2020", "2021",
		`data/observations/people-who-inject.csv:2:5: error period-after-source: 2021, but "who-2020" appeared in 2020; want a year no later than 2020, or a later source`)
	wantFinding(t, periodAfterSource, "data/totals.csv", "nsp,2024", "nsp,2025",
		`data/totals.csv:2:5: error period-after-source: 2025, but "hri-2024" appeared in 2024; want a year no later than 2024, or a later source`)
	wantFinding(t, periodAfterSource, "data/aggregates.csv", "7,2020", "7,2021",
		`data/aggregates.csv:2:50: error period-after-source: 2021, but "who-2020" appeared in 2020; want a year no later than 2020, or a later source`)
	wantFinding(t, periodAfterSource, "data/sources.csv", "WHO,2020", "WHO,")
}
