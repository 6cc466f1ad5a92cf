package rule

import "testing"

func TestExceptionRule(t *testing.T) {
	wantFinding(t, exceptionRule(), exceptionFile, "reason\n", "reason\nvalu,data/x.csv,KEN,It is right.\n",
		"data/exceptions.csv:2:1: error exception-rule: \"valu\"; want a rule of `go run ./tools/atlas check --list` (did you mean \"value\"?)")
	wantFinding(t, exceptionRule(), exceptionFile, "reason\n", "reason\n"+TotalUnreconciled+",data/totals.csv,nsp/2024/world/hri-2024/1,It is right.\n")
	wantFinding(t, exceptionRule(), exceptionFile, "reason\n", "reason\nvalue,data/x.csv,KEN,It is right.\n")
}
