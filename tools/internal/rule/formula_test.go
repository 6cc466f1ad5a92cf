package rule

import "testing"

func TestFormula(t *testing.T) {
	const file = "data/observations/nsp.csv"
	for _, in := range []string{"=1+1", "+cmd", "-see table 1", "@SUM(A1)", "-", "--1"} {
		wantFinding(t, formula, file, "p. 1", in,
			`data/observations/nsp.csv:2:26: error formula: "`+in+`"; want a cell that does not begin with =, +, - or @`)
	}
	for _, fine := range []string{"-5", "-0.5", "-5.35 36.14", "+5", "p. 1 = p. 2"} {
		wantFinding(t, formula, file, "p. 1", fine)
	}
}
