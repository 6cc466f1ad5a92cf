package rule

import "testing"

func TestIndicatorUnknown(t *testing.T) {
	wantFinding(t, indicatorUnknown, "data/totals.csv", "nsp,", "nps,",
		`data/totals.csv:2:1: error indicator-unknown: "nps"; want an id of data/indicators.csv, or other:name (did you mean "nsp"?)`)
	wantFinding(t, indicatorUnknown, "data/totals.csv", "nsp,", "other:,",
		`data/totals.csv:2:1: error indicator-unknown: "other:"; want an id of data/indicators.csv, or other:name`)
	wantFinding(t, indicatorUnknown, "data/totals.csv", "nsp,", "other:table-rows,")
	wantFinding(t, indicatorUnknown, "data/headings.csv", "NSP,,nsp", "NSP,,nps",
		`data/headings.csv:2:12: error indicator-unknown: "nps"; want an id of data/indicators.csv (did you mean "nsp"?)`)
	wantFinding(t, indicatorUnknown, "data/left-out.csv", "nsp,", "other:x,",
		`data/left-out.csv:2:1: error indicator-unknown: "other:x"; want an id of data/indicators.csv`)
	wantFinding(t, indicatorUnknown, "data/corrections.csv", ",nsp,", ",nps,",
		`data/corrections.csv:2:16: error indicator-unknown: "nps"; want an id of data/indicators.csv (did you mean "nsp"?)`)
}
