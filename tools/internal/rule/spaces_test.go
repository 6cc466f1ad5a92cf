package rule

import "testing"

func TestSpaces(t *testing.T) {
	const file = "data/observations/nsp.csv"
	wantFinding(t, spaces, file, "hri-2024", "hri-2024 ",
		"data/observations/nsp.csv:2:17: error spaces: \"hri-2024 \" with a space around it; want none (`go run ./tools/atlas fmt` does it)")
	wantFinding(t, spaces, file, "p. 1", "\u00a0p. 1",
		"data/observations/nsp.csv:2:26: error spaces: \"\\u00a0p. 1\" with a space around it; want none (`go run ./tools/atlas fmt` does it)")
	wantFinding(t, spaces, file, "p. 1", "p.  1",
		`data/observations/nsp.csv:2:26: error spaces: "p.  1" with two spaces in a row; want one`)
}
