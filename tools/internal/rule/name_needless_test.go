package rule

import "testing"

func TestNameNeedless(t *testing.T) {
	wantFinding(t, nameNeedless, "data/names/names.csv", "The Rock of Gibraltar", "Gibraltar",
		`data/names/names.csv:2:14: warning name-needless: "Gibraltar", which CLDR says already; want another name, or no row`)
}
