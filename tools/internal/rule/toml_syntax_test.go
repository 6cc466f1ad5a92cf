package rule

import "testing"

func TestTOMLSyntax(t *testing.T) {
	wantFinding(t, tomlSyntax, "data/edition.toml", `"2026.1"`, `2026.1.1`,
		`data/edition.toml:1:16: error toml-syntax: expected newline but got U+002E '.'; want valid TOML`)
}
