package rule

import "testing"

func TestCountForm(t *testing.T) {
	const file = "data/observations/people-who-inject.csv"
	wantFinding(t, countForm, file, "16000", "16.5",
		`data/observations/people-who-inject.csv:2:10: error count-form: "16.5"; want a whole number of people`)
	wantFinding(t, countForm, file, "12000", "-12000",
		`data/observations/people-who-inject.csv:2:16: error count-form: "-12000"; want 0 or more`)
	wantFinding(t, countForm, file, "16000", "0")
}
