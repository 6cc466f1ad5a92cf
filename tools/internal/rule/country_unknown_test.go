package rule

import "testing"

func TestCountryUnknown(t *testing.T) {
	for in, hint := range map[string]string{
		"KNE": ` (did you mean "KEN"?)`, "ken": ` (did you mean "KEN"?)`, "KE": ` (did you mean "KEN"?)`, "404": ` (did you mean "KEN"?)`,
		"Kenya": ` (did you mean "KEN"?)`, "Кения": ` (did you mean "KEN"?)`, "Kenyaa": ` (did you mean "KEN"?)`,
		"The Rock of Gibraltar": ` (did you mean "GIB"?)`, "Atlantis": "",
	} {
		wantFinding(t, countryUnknown, "data/observations/nsp.csv", "KEN", in,
			`data/observations/nsp.csv:2:1: error country-unknown: "`+in+`"; want a key of data/countries.csv`+hint)
	}
	wantFinding(t, countryUnknown, "data/boundaries/areas.csv", "AUS", "AUT",
		`data/boundaries/areas.csv:3:5: error country-unknown: "AUT"; want a key of data/countries.csv (did you mean "AUS"?)`)
}
