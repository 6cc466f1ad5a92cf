package rule

import "testing"

func TestValue(t *testing.T) {
	wantFinding(t, value, "data/observations/nsp.csv", "yes", "maybe",
		`data/observations/nsp.csv:2:10: error value: "maybe"; want yes, no or unknown`)
}
