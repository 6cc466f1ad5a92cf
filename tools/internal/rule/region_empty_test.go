package rule

import "testing"

func TestRegionEmpty(t *testing.T) {
	wantFinding(t, regionEmpty, "data/regions.csv", "oceania", "pacific",
		`data/regions.csv:7:1: error region-empty: no country in region "pacific"; want at least one in data/countries.csv`)
}
