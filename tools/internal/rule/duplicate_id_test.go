package rule

import "testing"

func TestDuplicateID(t *testing.T) {
	wantFinding(t, duplicateID, "data/regions.csv", "eurasia", "asia",
		`data/regions.csv:3:1: error duplicate-id: "asia" again after line 2; want another id, or one row`)
	wantFinding(t, duplicateID, "data/sources.csv", "who-2020", "hri-2024",
		`data/sources.csv:3:1: error duplicate-id: "hri-2024" again after line 2; want another id, or one row`)
	wantFinding(t, duplicateID, areasFile, "IOA", "GIB",
		`data/boundaries/areas.csv:3:1: error duplicate-id: "GIB" again after line 2; want another id, or one row`)
}
