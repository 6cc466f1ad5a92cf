package rule

import "testing"

func TestCountryTwice(t *testing.T) {
	wantFinding(t, countryTwice, "data/countries.csv", "BRA,", "AUS,BR,076,asia,Americas,,,yes,\nBRA,",
		`data/countries.csv:3:12: error country-twice: AUS in region "asia" after "oceania" in line 2; want one row in one region`)
	wantFinding(t, countryTwice, "data/countries.csv", "BRA,", "AUS,AU,036,oceania,Oceania,,,yes,\nBRA,",
		`data/countries.csv:3:1: error country-twice: "AUS" again after line 2; want one row for each country`)
}
