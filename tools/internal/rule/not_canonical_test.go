package rule

import "testing"

func TestNotCanonical(t *testing.T) {
	const file = "data/regions.csv"
	wantFinding(t, notCanonical, file, "1,Asia", `"1","Asia"`,
		"data/regions.csv:2:6: error not-canonical: 2 cells in quotes that nothing needs, the first here; want quotes only around commas, quotes and line breaks (`go run ./tools/atlas fmt` does it)")
	wantFinding(t, notCanonical, file, "Asia\n", "Asia\n\n",
		"data/regions.csv:3:1: error not-canonical: 1 blank lines, the first here; want none (`go run ./tools/atlas fmt` does it)")
	for _, needed := range []string{`"Asia, all"`, `"As""ia"`, "\"As\nia\"", `" Asia"`, `"\."`, "\"As\n\nia\"", ""} {
		wantFinding(t, notCanonical, file, "1,Asia\n", "1,"+needed+"\n")
	}
}
