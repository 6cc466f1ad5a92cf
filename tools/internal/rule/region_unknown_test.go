package rule

import "testing"

func TestRegionUnknown(t *testing.T) {
	for in, hint := range map[string]string{
		"ocenia": ` (did you mean "oceania"?)`, "Western Europe": ` (did you mean "western-europe"?)`, "Oceania": ` (did you mean "oceania"?)`, "asia;oceania": "", "antarctica": "",
	} {
		wantFinding(t, regionUnknown, "data/countries.csv", "oceania", in,
			`data/countries.csv:2:12: error region-unknown: "`+in+`"; want one id of data/regions.csv`+hint)
	}
}
