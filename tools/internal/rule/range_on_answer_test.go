package rule

import "testing"

func TestRangeOnAnswer(t *testing.T) {
	wantFinding(t, rangeOnAnswer, "data/observations/nsp.csv", "yes,,", "yes,3,5",
		`data/observations/nsp.csv:2:14: error range-on-answer: low "3" beside "yes"; want an empty cell, or the row in the file of a count`,
		`data/observations/nsp.csv:2:16: error range-on-answer: high "5" beside "yes"; want an empty cell, or the row in the file of a count`)
}
