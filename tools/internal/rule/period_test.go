package rule

import "testing"

func TestPeriod(t *testing.T) {
	const file = "data/observations/nsp.csv"
	for in, want := range map[string]string{
		"20l4": "one year in four digits, such as 2024", "2014-15": "one year in four digits, such as 2024", "٢٠٢٤": "one year in four digits, such as 2024",
		"1979": "a year from 1980 on", "2027": "a year no later than the edition's, 2026",
	} {
		wantFinding(t, period, file, "2024", in, `data/observations/nsp.csv:2:5: error period: "`+in+`"; want `+want)
	}
	wantFinding(t, period, file, "2024", "2026")
	wantFinding(t, period, file, "2024", "1980")
	wantFinding(t, period, "data/sources.csv", "HRI,2024", "HRI,2204",
		`data/sources.csv:2:27: error period: "2204"; want a year no later than the edition's, 2026`)
}
