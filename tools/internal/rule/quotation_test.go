package rule

import "testing"

func TestQuotation(t *testing.T) {
	const file = "data/observations/nsp.csv"
	for _, quoted := range []string{`""a b c d e f g h i j k l m""`} {
		wantFinding(t, quotation, file, "p. 1", `"p. 1: `+quoted+`"`,
			`data/observations/nsp.csv:2:26: error quotation: a quotation of 13 words: "a b c d e f g h i j k l m"; want own words; quotation marks only around names of at most 12 words`)
	}
	for _, quoted := range []string{"“a b c d e f g h i j k l m”", "«a b c d e f g h i j k l m»", "„a b c d e f g h i j k l m“"} {
		wantFinding(t, quotation, file, "stated,\n", "stated,"+quoted+"\n",
			`data/observations/nsp.csv:2:38: error quotation: a quotation of 13 words: "`+quoted+`"; want own words; quotation marks only around names of at most 12 words`)
	}
	wantFinding(t, quotation, file, "p. 1", `"indicator ""a b c d e f g h i j k l"", row Kenya"`)
	wantFinding(t, quotation, "data/sources.csv", "The Report", `"""A b c d e f g h i j k l m"" and more"`)
}
