package rule

import "testing"

func TestSourceTwice(t *testing.T) {
	const file = "data/sources.csv"
	for _, row := range []string{
		"hri-report-2024,2,The report.,HRI,2024,,en,,2026-11,",
		"hri-report-2024,2,The Report,Harm Reduction Int.,2025,http://www.example.org,en,,2026-11,",
	} {
		wantFinding(t, sourceTwice, file, "who-2020,", row+"\nwho-2020,",
			`data/sources.csv:3:1: error source-twice: "hri-report-2024", the same publication as "hri-2024" in line 2; want one id for it`)
	}
	wantFinding(t, sourceTwice, file, "who-2020,", "hri-2022,1,The Report,HRI,2022,https://example.org/2022,en,,2026-11,\nwho-2020,")
}
