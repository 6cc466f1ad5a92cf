package rule

import "testing"

func TestStaleYears(t *testing.T) {
	for _, in := range []string{"0", "21", "99999999999999999999"} {
		wantFinding(t, staleYears, "data/indicators.csv", "yes-no,8", "yes-no,"+in,
			`data/indicators.csv:2:37: error stale-years: "`+in+`"; want 1 to 20 years`)
	}
	wantFinding(t, staleYears, "data/indicators.csv", "yes-no,8", "yes-no,20")
}
