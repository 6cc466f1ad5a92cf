package rule

import (
	"strings"
	"testing"
)

func TestCellLength(t *testing.T) {
	wantFinding(t, cellLength, "data/sources.csv", "The Report", strings.Repeat("é", 601),
		`data/sources.csv:2:12: error cell-length: 601 characters; want at most 600`)
	wantFinding(t, cellLength, "data/sources.csv", "The Report", strings.Repeat("é", 600))
	wantFinding(t, cellLength, "data/sources.csv", "hri-2024", strings.Repeat("a", 61),
		`data/sources.csv:2:1: error cell-length: 61 characters; want at most 60`)
}
