package rule

import "testing"

func TestScopeUnknown(t *testing.T) {
	for in, hint := range map[string]string{
		"World": ` (did you mean "world"?)`, "Western Europe": ` (did you mean "western-europe"?)`, "Council of Europe": "", "other:": "",
	} {
		wantFinding(t, scopeUnknown, "data/totals.csv", "world", in,
			`data/totals.csv:2:10: error scope-unknown: "`+in+`"; want world, an id of data/regions.csv, or other:name`+hint)
	}
	wantFinding(t, scopeUnknown, "data/totals.csv", "world", "other:Council of Europe")
	wantFinding(t, scopeUnknown, "data/totals.csv", "world", "asia")
}
