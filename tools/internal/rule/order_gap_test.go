package rule

import "testing"

func TestOrderGap(t *testing.T) {
	wantFinding(t, orderGap, "data/regions.csv", "eurasia,2", "eurasia,1",
		`data/regions.csv:3:9: error order-gap: order "1", and no 2 in the file; want each of 1 to 9 once`)
	wantFinding(t, orderGap, "data/indicators.csv", "epidemiology,4", "epidemiology,5",
		`data/indicators.csv:5:45: error order-gap: order "5", and no 4 in the file; want each of 1 to 4 once`)
}
