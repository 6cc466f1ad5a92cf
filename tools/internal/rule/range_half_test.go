package rule

import "testing"

func TestRangeHalf(t *testing.T) {
	const file = "data/observations/people-who-inject.csv"
	wantFinding(t, rangeHalf, file, "20000", "",
		`data/observations/people-who-inject.csv:2:22: error range-half: low "12000" without high; want both ends of the range, or neither`)
	wantFinding(t, rangeHalf, file, "12000", "",
		`data/observations/people-who-inject.csv:2:16: error range-half: high "20000" without low; want both ends of the range, or neither`)
	wantFinding(t, rangeHalf, file, "12000,20000", ",")
	wantFinding(t, rangeHalf, "data/aggregates.csv", "5.6,4.1,7", ",5,")
}
