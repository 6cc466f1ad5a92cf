package rule

import "testing"

func TestSelfContradiction(t *testing.T) {
	const file = "data/observations/nsp.csv"
	wantFinding(t, selfContradiction, file, "stated,\n", "stated,\nKEN,2024,no,,,,hri-2024,p. 7,stated,\n",
		`data/observations/nsp.csv:3:10: error self-contradiction: no, but yes in line 2 from the same source; want what the source says`)
	wantFinding(t, selfContradiction, file, "stated,\n", "stated,\nKEN,2024,no,,,,hri-2024,p. 7,derived,\n")
	wantFinding(t, selfContradiction, file, "stated,\n", "stated,\nKEN,2024,no,,,subnational,hri-2024,p. 7,stated,\n")
	wantFinding(t, selfContradiction, file, "stated,\n", "stated,\nKEN,2023,no,,,,hri-2024,p. 7,stated,\n")
}
