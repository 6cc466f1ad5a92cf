package rule

import "testing"

func TestRangeOrder(t *testing.T) {
	const file = "data/observations/people-who-inject.csv"
	wantFinding(t, rangeOrder, file, "12000", "17000",
		`data/observations/people-who-inject.csv:2:16: error range-order: low 17000 above value 16000; want low ≤ value ≤ high`)
	wantFinding(t, rangeOrder, file, "20000", "2000",
		`data/observations/people-who-inject.csv:2:10: error range-order: value 16000 above high 2000; want low ≤ value ≤ high`)
	wantFinding(t, rangeOrder, file, "16000,12000,20000", ",20000,12000",
		`data/observations/people-who-inject.csv:2:11: error range-order: low 20000 above high 12000; want low ≤ value ≤ high`)
	wantFinding(t, rangeOrder, file, "16000,12000,20000", "16000,16000,16000")
}
