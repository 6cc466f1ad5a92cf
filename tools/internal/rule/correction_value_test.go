package rule

import "testing"

func TestCorrectionValue(t *testing.T) {
	const file, at = "data/corrections.csv", `data/corrections.csv:2:26: error correction-value: `
	wantFinding(t, correctionValue, file, ",no,yes,", ",perhaps,yes,", at+`"perhaps"; want yes, no, unknown, contested or no-data`)
	wantFinding(t, correctionValue, file, ",no,yes,", ",12,yes,", at+`"12"; want yes, no, unknown, contested or no-data`)
	wantFinding(t, correctionValue, file, ",no,yes,", ",no,no,", `data/corrections.csv:2:29: error correction-value: "no", as before; want what the atlas says since the correction`)
	for _, good := range []string{",unknown,contested,", ",contested,no-data,", ",no-data,yes,"} {
		wantFinding(t, correctionValue, file, ",no,yes,", good)
	}
	const count = "nsp-sites,2024,,"
	for _, bad := range []string{"yes", "12-", "-12", "1,200", "contested"} {
		wantFinding(t, correctionValue, file, "nsp,2024,,no,yes", count+`"`+bad+`",31`,
			`data/corrections.csv:2:32: error correction-value: "`+bad+`"; want a number, a range such as "10-20", or no-data`)
	}
	for _, good := range []string{"12", "12.5", "10-20", "0.5-1.5", "no-data"} {
		wantFinding(t, correctionValue, file, "nsp,2024,,no,yes", count+good+",31")
	}
}
