package rule

import "testing"

func TestCountryCodeShared(t *testing.T) {
	wantFinding(t, countryCodeShared, "data/countries.csv", "BR,", "AU,",
		`data/countries.csv:3:5: error country-code-shared: iso2 "AU", which AUS has too; want a code of its own`)
	wantFinding(t, countryCodeShared, "data/countries.csv", "076", "036",
		`data/countries.csv:3:8: error country-code-shared: m49 "036", which AUS has too; want a code of its own`)
	wantFinding(t, countryCodeShared, "data/countries.csv", "076", "")
}
