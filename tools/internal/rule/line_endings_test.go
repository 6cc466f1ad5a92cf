package rule

import "testing"

func TestLineEndings(t *testing.T) {
	wantFinding(t, lineEndings, "data/regions.csv", "name\nasia,1,Asia\n", "name\nasia,1,Asia\r\n",
		"data/regions.csv:2:12: error line-endings: CR LF at the end of 1 lines, the first here; want LF alone (`go run ./tools/atlas fmt` does it)")
}
