package rule

import "testing"

func TestSourceTitle(t *testing.T) {
	for in, found := range map[string]string{
		"The Report <https://x.y>": `an address in "The Report <https://x.y>"`, "www.example.org": `an address in "www.example.org"`,
		"GSHR_2024_final.pdf": `a file name, "GSHR_2024_final.pdf"`, "hri-2024": `the id, "hri-2024"`,
	} {
		wantFinding(t, sourceTitle, "data/sources.csv", "The Report", in,
			`data/sources.csv:2:12: error source-title: `+found+`; want the title as it is printed`)
	}
	wantFinding(t, sourceTitle, "data/sources.csv", "The Report", "HIV/AIDS")
}
