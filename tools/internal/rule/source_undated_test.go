package rule

import "testing"

func TestSourceUndated(t *testing.T) {
	wantFinding(t, sourceUndated, "data/sources.csv", "HRI,2024", "HRI,",
		`data/sources.csv:2:27: error source-undated: no year in tier 1; want its year of publication, or tier 4`)
}
