package rule

import "testing"

func TestMixedScript(t *testing.T) {
	wantFinding(t, mixedScript, "data/observations/nsp.csv", "KEN", "KЕN",
		`data/observations/nsp.csv:2:1: error mixed-script: "KЕN" with the Cyrillic letter 'Е' (U+0415) among Latin ones; want letters of one script in a word`)
	wantFinding(t, mixedScript, "data/sources.csv", "hri-2024", "hrι-2024",
		`data/sources.csv:2:1: error mixed-script: "hrι-2024" with the Greek letter 'ι' (U+03B9) among Latin ones; want letters of one script in a word`)
	wantFinding(t, mixedScript, "data/sources.csv", "The Report", "Отчёт of ВОЗ, β-interferon, 5 µg")
}
