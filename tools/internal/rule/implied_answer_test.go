package rule

import "testing"

func TestImpliedAnswer(t *testing.T) {
	const file = "data/observations/nsp.csv"
	wantFinding(t, impliedAnswer, file, "p. 2,derived", "p. 2,implied",
		`data/observations/nsp.csv:3:30: error implied-answer: implied "no"; want stated or derived`)
	wantFinding(t, impliedAnswer, file, "p. 1,stated", "p. 1,implied")
}
