package rule

import "testing"

func TestControlCharacter(t *testing.T) {
	const file = "data/sources.csv"
	for in, want := range map[string]string{
		"The\tReport":      `"The\tReport" with a control character (U+0009)`,
		"\"The\nReport\"":  `"The\nReport" with a line break (U+000A)`,
		"The\u202eReport":  `"The\u202eReport" with a direction control (U+202E)`,
		"The\u2066Report":  `"The\u2066Report" with a direction control (U+2066)`,
		"The\u00adReport":  `"The\u00adReport" with an invisible character (U+00AD)`,
		"The\u200bReport":  `"The\u200bReport" with an invisible character (U+200B)`,
		"The\ufeffReport":  `"The\ufeffReport" with an invisible character (U+FEFF)`,
		"The\u2028Report":  `"The\u2028Report" with a line break (U+2028)`,
		"The\u0085Report":  `"The\u0085Report" with a control character (U+0085)`,
		"The\ue000 Report": `"The\ue000 Report" with an invisible character (U+E000)`,
	} {
		wantFinding(t, controlCharacter, file, "The Report", in,
			`data/sources.csv:2:12: error control-character: `+want+`; want only characters that can be seen`)
	}
	wantFinding(t, controlCharacter, file, "The Report", "The\u200fReport",
		`data/sources.csv:2:12: error control-character: "The\u200fReport" with a direction control (U+200F); want only characters that can be seen`)
	arabic := "text,translation\nArticle 31(3).,المادة \u200e31(3).\n"
	wantOfNotes(t, controlCharacter, []string{"data/remarks/ar.csv", arabic})
	wantOfNotes(t, controlCharacter, []string{"data/remarks/fr.csv", arabic},
		`data/remarks/fr.csv:2:16: error control-character: "المادة \u200e31(3)." with a direction control (U+200E); want only characters that can be seen`)
	wantFinding(t, controlCharacter, file, "The Report", "گزارش می\u200cشود – “naïve”")
}
