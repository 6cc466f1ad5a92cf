package rule

import "testing"

func TestTotalContradiction(t *testing.T) {
	wantFinding(t, totalContradiction, "data/totals.csv", "hri-2024,\n", "hri-2024,\nnsp,2024,world,2,hri-2024,\n",
		`data/totals.csv:3:16: error total-contradiction: 2, but 1 in line 2 from the same source; want one total, or other:name for the other count`)
	wantFinding(t, totalContradiction, "data/totals.csv", "hri-2024,\n", "hri-2024,\nnsp,2024,asia,2,hri-2024,\n")
}
