package rule

import "testing"

func TestColumnDuplicate(t *testing.T) {
	wantFinding(t, columnDuplicate, "data/regions.csv", "gshr_name", "id",
		`data/regions.csv:1:10: error column-duplicate: column "id" a second time; want each column once`)
}
