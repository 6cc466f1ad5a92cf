package rule

import "testing"

func TestColumnMissing(t *testing.T) {
	wantFinding(t, columnMissing, "data/regions.csv", "gshr_name", "name",
		`data/regions.csv:1:1: error column-missing: no column "gshr_name"; want it: name as the Global State of Harm Reduction prints it`)
	wantFinding(t, columnMissing, "data/exceptions.csv", "rule,file,key,reason\n", "",
		`data/exceptions.csv:1:1: error column-missing: no header; want rule,file,key,reason`)
}
