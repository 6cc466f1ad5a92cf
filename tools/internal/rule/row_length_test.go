package rule

import "testing"

func TestRowLength(t *testing.T) {
	wantFinding(t, rowLength, "data/regions.csv", "asia,1,Asia", "asia,1",
		`data/regions.csv:2:6: error row-length: a row that ends after 2 cells; want 3, empty ones included`)
	wantFinding(t, rowLength, "data/regions.csv", "asia,1,Asia", "asia,1,Asia, all",
		`data/regions.csv:2:13: error row-length: a row of 4 cells; want 3; quotes around a text that holds a comma`)
}
