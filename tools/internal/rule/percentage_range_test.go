package rule

import "testing"

func TestPercentageRange(t *testing.T) {
	const file = "data/observations/women-in-treatment.csv"
	for _, in := range []string{"125", "-1", "100.1"} {
		wantFinding(t, percentageRange, file, "12.5", in,
			`data/observations/women-in-treatment.csv:2:10: error percentage-range: "`+in+`"; want 0 to 100`)
	}
	wantFinding(t, percentageRange, file, "12.5,,", "12.5,1,101",
		`data/observations/women-in-treatment.csv:2:17: error percentage-range: "101"; want 0 to 100`)
	wantFinding(t, percentageRange, file, "12.5", "0")
	wantFinding(t, percentageRange, file, "12.5", "100")
}
