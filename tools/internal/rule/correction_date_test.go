package rule

import "testing"

func TestCorrectionDate(t *testing.T) {
	const file = "data/corrections.csv"
	for in, want := range map[string]string{
		"20/11/2026": `"20/11/2026"; want a day such as "2026-11-22"`,
		"2026-11-31": `"2026-11-31"; want a day such as "2026-11-22"`,
		"2026-11-23": `"2026-11-23", after the edition of 2026-11-22; want the day on which it was put right`,
	} {
		wantFinding(t, correctionDate, file, "2026-11-20", in, `data/corrections.csv:2:1: error correction-date: `+want)
	}
	for in, want := range map[string]string{
		"last year":  `"last year"; want an edition such as "2026.1", or a day such as "2026-11-22"`,
		"2026.01":    `"2026.01"; want an edition such as "2026.1", or a day such as "2026-11-22"`,
		"2026-11-21": `"2026-11-21", after it was corrected on 2026-11-20; want the day on which the mistake was published`,
	} {
		wantFinding(t, correctionDate, file, "2026.1", in, `data/corrections.csv:2:33: error correction-date: `+want)
	}
	wantFinding(t, correctionDate, file, "2026.1", "2026-11-20")
	wantFinding(t, correctionDate, file, "2026.1", "2025.12")
}
