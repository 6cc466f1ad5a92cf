package rule

import "testing"

func TestLeftOutKept(t *testing.T) {
	wantFinding(t, leftOutKept, "data/left-out.csv", "BRA,2024,yes,,,,hri-2024,p. 3", "KEN,2024,yes,,,,hri-2024,p. 1",
		`data/left-out.csv:2:1: warning left-out-kept: a row that also stands in data/observations/nsp.csv:2; want it in one of the two`)
	wantFinding(t, leftOutKept, "data/left-out.csv", "BRA,2024,yes,,,,hri-2024,p. 3", "KEN,2024,no,,,,hri-2024,p. 1")
}
