package rule

import "testing"

func TestSourceUnused(t *testing.T) {
	wantFinding(t, sourceUnused, "data/sources.csv", "survey,en,,2026-11,\n", "survey,en,,2026-11,\nwho-2021,2,The Survey,WHO,2021,,en,,2026-11,\n",
		`data/sources.csv:4:1: error source-unused: "who-2021", which nothing cites; want a row or a note that cites it, or no row here`)
}
