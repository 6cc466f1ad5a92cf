package rule

import "testing"

func TestEditionDate(t *testing.T) {
	for _, in := range []string{"2026-11-31", "22.11.2026", "2026", "2026-1-2"} {
		wantFinding(t, editionDate, "data/edition.toml", "2026-11-22", in,
			`data/edition.toml:2:1: error edition-date: "`+in+`"; want a day such as "2026-11-22"`)
	}
}
