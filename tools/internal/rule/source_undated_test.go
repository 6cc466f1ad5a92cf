package rule

import "testing"

func TestSourceUndated(t *testing.T) {
	wantFinding(t, sourceUndated, "data/sources.csv", "HRI,2024", "HRI,",
		`data/sources.csv:2:27: error source-undated: no year in tier 1 and no note; want its year of publication, or a note that says why there is none`)
	wantFinding(t, sourceUndated, "data/sources.csv", "HRI,2024,https://example.org/,en,,2026-11,", "HRI,,https://example.org/,en,,2026-11,Year not shown.")
}
