package rule

import "testing"

func TestTotalTooLarge(t *testing.T) {
	wantFinding(t, totalTooLarge, "data/totals.csv", "world,1,", "world,11,",
		`data/totals.csv:2:16: error total-too-large: 11 countries in scope "world"; want at most 10`)
	wantFinding(t, totalTooLarge, "data/totals.csv", "world,1,", "asia,2,",
		`data/totals.csv:2:15: error total-too-large: 2 countries in scope "asia"; want at most 1`)
	wantFinding(t, totalTooLarge, "data/totals.csv", "world,1,", "other:EU,10,")
}
