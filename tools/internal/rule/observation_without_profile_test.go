package rule

import "testing"

func TestObservationWithoutProfile(t *testing.T) {
	wantFinding(t, observationWithoutProfile, "data/observations/nsp.csv", "THA", "UMI",
		`data/observations/nsp.csv:3:1: error observation-without-profile: UMI (U.S. Outlying Islands), which has no profile; want a country that has one`)
}
