package rule

import "testing"

func TestColumnUnknown(t *testing.T) {
	wantFinding(t, columnUnknown, "data/regions.csv", "gshr_name", "gshr_nmae",
		`data/regions.csv:1:10: error column-unknown: column "gshr_nmae"; want id, order or gshr_name (did you mean "gshr_name"?)`)
	wantFinding(t, columnUnknown, "data/regions.csv", "gshr_name", "gshr_name,",
		`data/regions.csv:1:20: error column-unknown: column ""; want id, order or gshr_name`)
}
