package rule

import "testing"

func TestSourceLanguage(t *testing.T) {
	for _, in := range []string{"sp", "EN", "eng", "english", "e", "xx"} {
		wantFinding(t, sourceLanguage, "data/sources.csv", ",en,", ","+in+",",
			`data/sources.csv:2:53: error source-language: "`+in+`"; want a code of ISO 639-1 in small letters, such as "en", "es" or "uk"`)
	}
	for _, fine := range []string{"en", "es", "fr", "ru", "ar", "uk", "pt", "fa", "zh"} {
		wantFinding(t, sourceLanguage, "data/sources.csv", ",en,", ","+fine+",")
	}
}
