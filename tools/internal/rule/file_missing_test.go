package rule

import "testing"

func TestFileMissing(t *testing.T) {
	wantFinding(t, fileMissing, "data/totals.csv", "", missing,
		`data/totals.csv:1:1: error file-missing: no such file; want the file, even if it holds only its header`)
}
