package rule

import "testing"

func TestAreaNeedless(t *testing.T) {
	wantFinding(t, areaNeedless, areasFile, "GIB,,mark", "KEN,,mark",
		`data/boundaries/areas.csv:2:1: error area-needless: "KEN", a country with an area of its own; want no row for it`)
	wantFinding(t, areaNeedless, areasFile, "IOA", "IOX",
		`data/boundaries/areas.csv:3:1: error area-needless: "IOX", which is neither an area of the boundaries nor a country; want the code of one of them (did you mean "IOA"?)`)
}
