package rule

import "testing"

func TestValue(t *testing.T) {
	const file = "data/observations/nsp.csv"
	wantFinding(t, value, file, "yes", "maybe",
		`data/observations/nsp.csv:2:10: error value: "maybe"; want yes, no or unknown`)
	wantFinding(t, value, file, "yes", "Yes",
		`data/observations/nsp.csv:2:10: error value: "Yes"; want yes, no or unknown (did you mean "yes"?)`)
	wantFinding(t, value, file, "yes", "",
		`data/observations/nsp.csv:2:10: error value: ""; want yes, no or unknown`)
	wantFinding(t, value, file, "yes", "unknown")
}
