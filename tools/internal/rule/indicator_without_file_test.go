package rule

import "testing"

func TestIndicatorWithoutFile(t *testing.T) {
	wantFinding(t, indicatorWithoutFile, "data/observations/nsp-sites.csv", "", missing,
		`data/indicators.csv:4:1: error indicator-without-file: no file for "nsp-sites"; want data/observations/nsp-sites.csv`)
}
