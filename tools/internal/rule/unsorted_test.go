package rule

import "testing"

func TestUnsorted(t *testing.T) {
	wantFinding(t, unsorted, "data/observations/nsp.csv", "KEN,", "ZAF,",
		"data/observations/nsp.csv:3:1: error unsorted: a row that belongs further up; want rows ordered by country, period, source, basis, locator, value, low, high (`go run ./tools/atlas fmt` does it)")
	wantFinding(t, unsorted, "data/regions.csv", "asia,1,", "asia,10,",
		"data/regions.csv:3:1: error unsorted: a row that belongs further up; want rows ordered by order (`go run ./tools/atlas fmt` does it)")
}
