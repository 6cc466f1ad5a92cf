package rule

import "testing"

func TestM49Subregion(t *testing.T) {
	wantFinding(t, m49Subregion, "data/countries.csv", "Africa,Sub-Saharan Africa,,yes,\nNGA", "Afrika,Sub-Saharan Africa,,yes,\nNGA",
		`data/countries.csv:7:40: error m49-subregion: "Sub-Saharan Africa" in "Afrika"; want "Africa" as for its other countries`)
}
