package rule

import "testing"

func TestReasonShort(t *testing.T) {
	wantFinding(t, reasonShort, "data/left-out.csv", "About one city only.", "wrong",
		`data/left-out.csv:2:42: error reason-short: "wrong"; want a reason of three words or more`)
	wantFinding(t, reasonShort, exceptionFile, "reason\n", "reason\nvalue,data/x.csv,KEN,It is right.\n")
	wantFinding(t, reasonShort, exceptionFile, "reason\n", "reason\nvalue,data/x.csv,KEN,Is right.\n",
		`data/exceptions.csv:2:22: error reason-short: "Is right."; want a reason of three words or more`)
}
