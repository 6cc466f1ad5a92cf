package rule

import "testing"

func TestSubnationalNote(t *testing.T) {
	const file = "data/observations/nsp.csv"
	wantFinding(t, subnationalNote, file, "yes,,,,", "yes,,,subnational,",
		`data/observations/nsp.csv:2:49: error subnational-note: basis subnational without a note; want the part of the country, such as "Scotland"`)
	wantFinding(t, subnationalNote, file, "no,,,,", "no,,,subnational,")
}
