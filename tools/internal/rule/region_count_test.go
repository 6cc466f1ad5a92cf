package rule

import "testing"

func TestRegionCount(t *testing.T) {
	wantFinding(t, regionCount, "data/regions.csv", "asia,1,Asia\n", "",
		`data/regions.csv:1:1: error region-count: 8 regions; want 9`)
}
