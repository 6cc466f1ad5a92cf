package rule

import "testing"

func TestEditionField(t *testing.T) {
	const file = "data/edition.toml"
	wantFinding(t, editionField, file, `title = "Atlas"`, `titel = "Atlas"`,
		`data/edition.toml:1:1: error edition-field: no title; want title = "…"`,
		`data/edition.toml:3:1: error edition-field: "titel"; want number, date, title, publisher, url, repository or contact (did you mean "title"?)`)
	wantFinding(t, editionField, file, `"2026.1"`, `2026.1`,
		`data/edition.toml:1:1: error edition-field: number without text; want number = "…", in quotes`)
	wantFinding(t, editionField, file, `"P"`, `""`,
		`data/edition.toml:4:1: error edition-field: publisher without text; want publisher = "…", in quotes`)
}
