package rule

import "testing"

func TestSourceYear(t *testing.T) {
	const file = "data/sources.csv"
	for _, in := range []string{"2022", "2028"} {
		wantFinding(t, sourceYear, file, "HRI,2024", "HRI,"+in,
			`data/sources.csv:2:27: error source-year: `+in+`, but the id says 2024; want 2024 to 2027, or another id`)
	}
	wantFinding(t, sourceYear, file, "HRI,2024", "HRI,2026")
	wantFinding(t, sourceYear, file, "HRI,2024", "HRI,")
	wantFinding(t, sourceYear, file, "hri-2024", "hri-1066-x")
}
