package rule

import "testing"

func TestAreaUnexplained(t *testing.T) {
	wantFinding(t, areaUnexplained, areasFile, "IOA,AUS,joined,Islands that belong to Australia.\n", "",
		`data/boundaries/areas.csv:1:1: error area-unexplained: no row for area "IOA" of the boundaries, which is no country's; want one that says how it is drawn and why`)
	wantFinding(t, areaUnexplained, "data/countries.csv", "KEN,", "KNY,",
		`data/boundaries/areas.csv:1:1: error area-unexplained: no row for area "KEN" of the boundaries, which is no country's; want one that says how it is drawn and why`)
}
