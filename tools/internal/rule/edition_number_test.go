package rule

import "testing"

func TestEditionNumber(t *testing.T) {
	for _, in := range []string{"1", "2026", "2026.", "2026.01", "v2026.1", "2026.1.2", "26.1"} {
		wantFinding(t, editionNumber, "data/edition.toml", "2026.1", in,
			`data/edition.toml:1:1: error edition-number: "`+in+`"; want year and count, such as "2026.1"`)
	}
	wantFinding(t, editionNumber, "data/edition.toml", "2026.1", "2025.4",
		`data/edition.toml:1:1: error edition-number: "2025.4", dated 2026-11-22; want one year in both`)
}
