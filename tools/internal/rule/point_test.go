package rule

import "testing"

func TestPoint(t *testing.T) {
	for _, in := range []string{"-5.35", "-5.35  36.14", "36,14 -5", "-5.35 96", "181 36", "5W 36N", "-5.35 36.14 0"} {
		cell := in
		if in == "36,14 -5" {
			cell = `"` + in + `"`
		}
		wantFinding(t, point, "data/countries.csv", "-5.35 36.14", cell,
			`data/countries.csv:6:50: error point: "`+in+`"; want longitude (-180 to 180) and latitude (-90 to 90) with one space between, such as "-61.55 16.2"`)
	}
	wantFinding(t, point, "data/countries.csv", "-5.35 36.14", "180 -90")
}
