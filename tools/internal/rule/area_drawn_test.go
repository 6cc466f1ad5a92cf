package rule

import "testing"

func TestAreaDrawn(t *testing.T) {
	wantFinding(t, areaDrawn, areasFile, "IOA,AUS,", "IOA,,",
		`data/boundaries/areas.csv:3:5: error area-drawn: "IOA" joined to no country; want the country it is drawn with`)
	wantFinding(t, areaDrawn, areasFile, "AUS,joined", "AUS,mark",
		`data/boundaries/areas.csv:3:9: error area-drawn: a mark for "IOA", an area without a country; want joined or undetermined`)
}
