package rule

import "testing"

func TestProfileReason(t *testing.T) {
	wantFinding(t, profileReason, "data/countries.csv", "no,no-permanent-inhabitants", "no,",
		`data/countries.csv:11:36: error profile-reason: no reason why UMI has no profile; want no-permanent-inhabitants, non-self-governing or unscr-1244`)
}
