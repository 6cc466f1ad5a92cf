package rule

import "testing"

func TestBasisMisplaced(t *testing.T) {
	wantFinding(t, basisMisplaced, "data/observations/nsp.csv", "yes,,,", "yes,,,clients",
		`data/observations/nsp.csv:2:16: error basis-misplaced: "clients" for a yes, no or unknown; want an empty cell, or subnational for a part of the country`)
	wantFinding(t, basisMisplaced, "data/observations/nsp.csv", "yes,,,", "yes,,,subnational")
}
