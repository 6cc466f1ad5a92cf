package rule

import "testing"

func TestEmptyCell(t *testing.T) {
	wantFinding(t, emptyCell, "data/observations/nsp.csv", "hri-2024", "",
		`data/observations/nsp.csv:2:17: error empty-cell: no source; want the publication, by its id in sources.csv`)
	wantFinding(t, emptyCell, "data/regions.csv", "Asia", `" "`,
		`data/regions.csv:2:8: error empty-cell: no gshr_name; want name as the Global State of Harm Reduction prints it`)
	wantFinding(t, emptyCell, "data/sources.csv", "HRI", "")
}
