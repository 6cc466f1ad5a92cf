package rule

import "testing"

func TestOriginCard(t *testing.T) {
	const file = "data/names/ORIGIN.toml"
	wantFinding(t, originCard, file, "licence = \"BSD-3-Clause\"\n", "",
		`data/names/ORIGIN.toml:1:1: error origin-card: no licence; want licence = "…"`)
	wantFinding(t, originCard, file, "2026-11", "November",
		`data/names/ORIGIN.toml:7:1: error origin-card: "November"; want a month such as "2026-11"`)
	wantFinding(t, originCard, file, "address = ", "repository = ")
}
