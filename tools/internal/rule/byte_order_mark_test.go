package rule

import "testing"

func TestByteOrderMark(t *testing.T) {
	wantFinding(t, byteOrderMark, "data/regions.csv", "id,", "\ufeffid,",
		"data/regions.csv:1:1: error byte-order-mark: a byte order mark; want UTF-8 without it (`go run ./tools/atlas fmt` does it)")
}
