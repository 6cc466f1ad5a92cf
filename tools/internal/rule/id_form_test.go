package rule

import "testing"

func TestIDForm(t *testing.T) {
	for in, hint := range map[string]string{
		"HRI 2024": ` (did you mean "hri-2024"?)`, "hri_2024": ` (did you mean "hri-2024"?)`, "hri--2024": ` (did you mean "hri-2024"?)`,
		"../hri": ` (did you mean "hri"?)`, "hri-": ` (did you mean "hri"?)`, "hrí": "",
	} {
		wantFinding(t, idForm, "data/sources.csv", "hri-2024", in,
			`data/sources.csv:2:1: error id-form: "`+in+`"; want lower-case letters, digits and single hyphens between them`+hint)
	}
	wantFinding(t, idForm, "data/regions.csv", "asia", "Asia",
		`data/regions.csv:2:1: error id-form: "Asia"; want lower-case letters, digits and single hyphens between them (did you mean "asia"?)`)
}
