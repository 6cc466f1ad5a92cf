package rule

import "testing"

func TestValueMissing(t *testing.T) {
	wantFinding(t, valueMissing, "data/observations/nsp-sites.csv", "31", "",
		`data/observations/nsp-sites.csv:2:10: error value-missing: no value and no range; want a number, or low and high`)
	wantFinding(t, valueMissing, "data/aggregates.csv", "5.6,4.1,7", ",,",
		`data/aggregates.csv:2:40: error value-missing: no value and no range; want a number, or low and high`)
	wantFinding(t, valueMissing, "data/aggregates.csv", "5.6,4.1,7", ",4.1,7")
}
