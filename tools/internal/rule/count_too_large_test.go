package rule

import "testing"

func TestCountTooLarge(t *testing.T) {
	wantFinding(t, countTooLarge, "data/observations/people-who-inject.csv", "20000", "1200020000",
		`data/observations/people-who-inject.csv:2:22: error count-too-large: "1200020000" people; want at most 14000000`)
	wantFinding(t, countTooLarge, "data/observations/nsp-sites.csv", "31", "310000",
		`data/observations/nsp-sites.csv:2:10: error count-too-large: "310000" sites; want at most 100000`)
}
