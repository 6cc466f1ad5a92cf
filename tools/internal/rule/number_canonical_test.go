package rule

import "testing"

func TestNumberCanonical(t *testing.T) {
	const file = "data/observations/women-in-treatment.csv"
	for in, plain := range map[string]string{"4.50": "4.5", "4.00": "4.0", "4.250": "4.25", "007": "7", "00": "0", "0.50": "0.5", "-0": "0", "-0.0": "0.0", "-04.10": "-4.1"} {
		wantFinding(t, numberCanonical, file, "12.5", in,
			`data/observations/women-in-treatment.csv:2:10: error number-canonical: "`+in+`"; want "`+plain+`"`)
	}
	for _, fine := range []string{"0", "0.5", "4.0", "20.0", "100", "10.05", "-3", "abc", "1."} {
		wantFinding(t, numberCanonical, file, "12.5", fine)
	}
	wantFinding(t, numberCanonical, "data/totals.csv", "world,1,", "world,01,",
		`data/totals.csv:2:16: error number-canonical: "01"; want "1"`)
}
