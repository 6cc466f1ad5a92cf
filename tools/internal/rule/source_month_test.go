package rule

import "testing"

func TestSourceMonth(t *testing.T) {
	for in, want := range map[string]string{
		"2026-13":    `"2026-13"; want a month such as "2026-11"`,
		"11/2026":    `"11/2026"; want a month such as "2026-11"`,
		"2026-11-02": `"2026-11-02"; want a month such as "2026-11"`,
		"2026-12":    `"2026-12", after the edition of 2026-11-22; want the month in which it was read`,
		"2023-12":    `"2023-12", before it appeared in 2024; want the month in which it was read`,
	} {
		wantFinding(t, sourceMonth, "data/sources.csv", "2026-11", in, `data/sources.csv:2:57: error source-month: `+want)
	}
	wantFinding(t, sourceMonth, "data/sources.csv", "2026-11", "2024-01")
}
