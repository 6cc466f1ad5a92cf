package rule

import "testing"

func TestCountryCode(t *testing.T) {
	const file = "data/countries.csv"
	wantFinding(t, countryCode, file, "AUS,", "Aus,",
		`data/countries.csv:2:1: error country-code: "Aus"; want three capital letters (ISO 3166-1 alpha-3)`)
	wantFinding(t, countryCode, file, "AU,", "AUS,",
		`data/countries.csv:2:5: error country-code: "AUS"; want two capital letters (ISO 3166-1 alpha-2)`)
	wantFinding(t, countryCode, file, "036", "36",
		`data/countries.csv:2:8: error country-code: "36"; want three digits (did you mean "036"?)`)
	wantFinding(t, countryCode, file, "036", "0036",
		`data/countries.csv:2:8: error country-code: "0036"; want three digits`)
	wantFinding(t, countryCode, file, "036", "")
}
