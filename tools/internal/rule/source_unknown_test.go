package rule

import "testing"

func TestSourceUnknown(t *testing.T) {
	wantFinding(t, sourceUnknown, "data/observations/nsp.csv", "hri-2024", "hri-2042",
		`data/observations/nsp.csv:2:17: error source-unknown: "hri-2042"; want an id of data/sources.csv (did you mean "hri-2024"?)`+bySourceAdd)
	wantFinding(t, sourceUnknown, "data/left-out.csv", "hri-2024", "somewhere-else",
		`data/left-out.csv:2:21: error source-unknown: "somewhere-else"; want an id of data/sources.csv`+bySourceAdd)
	wantFinding(t, sourceUnknown, "data/totals.csv", "hri-2024", "hri2024",
		`data/totals.csv:2:18: error source-unknown: "hri2024"; want an id of data/sources.csv (did you mean "hri-2024"?)`+bySourceAdd)
	wantFinding(t, sourceUnknown, "data/aggregates.csv", "who-2020", "who",
		`data/aggregates.csv:2:55: error source-unknown: "who"; want an id of data/sources.csv`+bySourceAdd)
}
