package rule

import "testing"

func TestBasisUnknown(t *testing.T) {
	const list = "entrants, entrants+alcohol, new_entrants, new_entrants+alcohol, clients, clients+alcohol, oat_clients, oat_clients+alcohol, sample, sample+alcohol, registry, registry+alcohol, claims, men-only or subnational"
	wantFinding(t, basisUnknown, "data/observations/women-in-treatment.csv", "entrants", "new-entrants",
		`data/observations/women-in-treatment.csv:2:17: error basis-unknown: "new-entrants"; want `+list+` (did you mean "new_entrants"?)`)
	wantFinding(t, basisUnknown, "data/observations/women-in-treatment.csv", "entrants", "everyone",
		`data/observations/women-in-treatment.csv:2:17: error basis-unknown: "everyone"; want `+list)
}
