package rule

import "testing"

func TestVocabulary(t *testing.T) {
	wantFinding(t, vocabulary, "data/observations/nsp.csv", "stated", "statd",
		`data/observations/nsp.csv:2:31: error vocabulary: confidence "statd"; want stated, implied or derived (did you mean "stated"?)`)
	wantFinding(t, vocabulary, "data/sources.csv", "hri-2024,1,", "hri-2024,5,",
		`data/sources.csv:2:10: error vocabulary: tier "5"; want 1, 2, 3 or 4`)
	wantFinding(t, vocabulary, "data/names/names.csv", "alias", "nickname",
		`data/names/names.csv:2:8: error vocabulary: kind "nickname"; want name, alias or former`)
}
