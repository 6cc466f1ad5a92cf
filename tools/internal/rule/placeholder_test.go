package rule

import "testing"

func TestPlaceholder(t *testing.T) {
	for _, in := range []string{"n/a", "TBD", "#REF!", "—", "None"} {
		wantFinding(t, placeholder, "data/sources.csv", "HRI", in,
			`data/sources.csv:2:23: error placeholder: "`+in+`"; want what it stands for, or an empty cell`)
	}
	wantFinding(t, placeholder, "data/countries.csv", "AUS,AU", "AUS,NA")
}
