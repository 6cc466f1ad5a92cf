package rule

import "testing"

func TestIndicatorFile(t *testing.T) {
	wantFinding(t, indicatorFile, "data/observations/nps.csv", "", "country\n",
		`data/observations/nps.csv:1:1: error indicator-file: "nps", which is no indicator; want the name of an id of data/indicators.csv (did you mean "nsp"?)`)
	wantFinding(t, indicatorFile, "data/observations/NSP.csv", "", "country\n",
		`data/observations/NSP.csv:1:1: error indicator-file: "NSP", which is no indicator; want the name of an id of data/indicators.csv (did you mean "nsp"?)`)
}
