package rule

import "testing"

func TestFinalNewline(t *testing.T) {
	wantFinding(t, finalNewline, "data/totals.csv", "hri-2024,\n", "hri-2024,",
		"data/totals.csv:2:27: error final-newline: the end of the file without a newline; want a newline (`go run ./tools/atlas fmt` does it)")
	wantFinding(t, finalNewline, "data/edition.toml", "example\"\n", "example\"",
		"data/edition.toml:7:24: error final-newline: the end of the file without a newline; want a newline")
}
