package rule

import "testing"

func TestLineUnknown(t *testing.T) {
	wantFinding(t, lineUnknown, "data/boundaries/lines.csv", "EGY,KEN", "EGY,KNE",
		`data/boundaries/lines.csv:2:5: error line-unknown: "KNE"; want the code of an area in the boundaries (did you mean "KEN"?)`)
}
