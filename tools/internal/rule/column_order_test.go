package rule

import "testing"

func TestColumnOrder(t *testing.T) {
	wantFinding(t, columnOrder, "data/regions.csv", "id,order,gshr_name", "gshr_name,id,order",
		"data/regions.csv:1:11: error column-order: column \"id\" too far back; want id,order,gshr_name (`go run ./tools/atlas fmt` does it)")
	wantFinding(t, columnOrder, "data/regions.csv", "id,order,gshr_name", "id,other,gshr_name")
}
