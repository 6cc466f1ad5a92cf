package rule

import "testing"

func TestCorrectionGround(t *testing.T) {
	const file = "data/corrections.csv"
	finding := func(source, locator string) string {
		return `data/corrections.csv:2:40: error correction-ground: no statement of "` + source + `" at "` + locator +
			`" about that country and year in data/observations/nsp.csv; want a row there with the same country, period, source and locator`
	}
	wantFinding(t, correctionGround, file, "hri-2024,p. 1", "who-2020,p. 1", finding("who-2020", "p. 1"))
	wantFinding(t, correctionGround, file, "hri-2024,p. 1", "hri-2024,p. 2", finding("hri-2024", "p. 2"))
	wantFinding(t, correctionGround, file, "KEN,nsp,2024", "KEN,nsp,2023", finding("hri-2024", "p. 1"))
	wantFinding(t, correctionGround, file, "KEN,nsp,2024", "THA,nsp,2024", finding("hri-2024", "p. 1"))
	wantFinding(t, correctionGround, file, "no,yes,2026.1,hri-2024,p. 1", "yes,no-data,2026.1,who-2020,p. 9")
}
