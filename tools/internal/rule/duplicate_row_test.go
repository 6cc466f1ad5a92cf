package rule

import "testing"

func TestDuplicateRow(t *testing.T) {
	wantFinding(t, duplicateRow, "data/observations/nsp.csv", "stated,\n", "stated,\nKEN,2024,yes,,,,hri-2024,p. 1,implied,Again.\n",
		`data/observations/nsp.csv:3:1: error duplicate-row: the same row as line 2 by country, period, source, basis, locator, value, low, high; want one row`)
	wantFinding(t, duplicateRow, "data/totals.csv", "hri-2024,\n", "hri-2024,\nnsp,2024,world,1,hri-2024,Again.\n",
		`data/totals.csv:3:1: error duplicate-row: the same row as line 2 by indicator, period, scope, source, countries; want one row`)
	wantFinding(t, duplicateRow, "data/observations/nsp.csv", "stated,\n", "stated,\nKEN,2024,yes,,,,hri-2024,p. 2,stated,\n")
}
