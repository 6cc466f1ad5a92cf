package rule

import "testing"

func TestBasisMissing(t *testing.T) {
	wantFinding(t, basisMissing, "data/observations/women-in-treatment.csv", "entrants", "",
		`data/observations/women-in-treatment.csv:2:17: error basis-missing: no basis; want entrants, entrants+alcohol, new_entrants, new_entrants+alcohol, clients, clients+alcohol, oat_clients, oat_clients+alcohol, sample, sample+alcohol, registry, registry+alcohol, claims, men-only or subnational`)
}
