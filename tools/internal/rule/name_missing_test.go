package rule

import "testing"

func TestNameMissing(t *testing.T) {
	wantFinding(t, nameMissing, "data/names/ru.json", `"KE"`, `"KX"`,
		`data/countries.csv:7:5: error name-missing: no name in "ru" for KEN; want an alpha-2 code that CLDR names, or a row in data/names/names.csv`)
}
