package rule

import "testing"

func TestNumberForm(t *testing.T) {
	const file = "data/observations/people-who-inject.csv"
	for in, hint := range map[string]string{
		`"16,000"`: ` (did you mean "16000"?)`, "16 000": ` (did you mean "16000"?)`, "~16000": ` (did you mean "16000"?)`, "12%": ` (did you mean "12"?)`,
		".5": ` (did you mean "0.5"?)`, `"1,234,567.8"`: ` (did you mean "1234567.8"?)`, `"12,5"`: "", "1.": "", "1e5": "", "3-5": "", "1.2.3": "", "-": "", "٣": "", "abc": "", "0x1F": "", "Inf": "", "NaN": "", "1_000": "",
	} {
		found := in
		if in[0] != '"' {
			found = `"` + in + `"`
		}
		wantFinding(t, numberForm, file, "16000", in,
			`data/observations/people-who-inject.csv:2:10: error number-form: `+found+`; want a number such as "1234.5", in digits with at most one point`+hint)
	}
	for _, fine := range []string{"16000", "0.5", "-3", ""} {
		wantFinding(t, numberForm, file, "16000", fine)
	}
	wantFinding(t, numberForm, file, "12000", "12k",
		`data/observations/people-who-inject.csv:2:16: error number-form: "12k"; want a number such as "1234.5", in digits with at most one point`)
	wantFinding(t, numberForm, "data/totals.csv", "world,1,", "world,1.5,",
		`data/totals.csv:2:16: error number-form: "1.5"; want a whole number, digits only`)
	wantFinding(t, numberForm, "data/aggregates.csv", "5.6", "5.6%",
		`data/aggregates.csv:2:40: error number-form: "5.6%"; want a number such as "1234.5", in digits with at most one point (did you mean "5.6"?)`)
}
