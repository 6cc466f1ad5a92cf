package rule

import "testing"

func TestRegionRequired(t *testing.T) {
	wantFinding(t, regionRequired, "data/countries.csv", "036,oceania", "036,",
		`data/countries.csv:2:12: error region-required: AUS in no region; want an id of data/regions.csv`)
}
