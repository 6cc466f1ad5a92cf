package rule

import "testing"

func TestSourceYear(t *testing.T) {
	wantFinding(t, sourceYear, "data/sources.csv", "HRI,2024", "HRI,2022",
		`data/sources.csv:2:27: error source-year: 2022, but the id says 2024; want one year in both`)
	wantFinding(t, sourceYear, "data/sources.csv", "HRI,2024", "HRI,")
	wantFinding(t, sourceYear, "data/sources.csv", "hri-2024", "hri-1066-x")
}
