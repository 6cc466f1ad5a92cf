package rule

import "testing"

func TestQuotation(t *testing.T) {
	const file = "data/observations/nsp.csv"
	for _, quoted := range []string{`""one two three four five six seven eight nine""`} {
		wantFinding(t, quotation, file, "p. 1", `"p. 1: `+quoted+`"`,
			`data/observations/nsp.csv:2:26: error quotation: a quotation of 9 words: "one two three four five six seven eight nine"; want own words; quotation marks only around names of at most 8 words`)
	}
	for _, quoted := range []string{"“one two three four five six seven eight nine”", "«one two three four five six seven eight nine»", "„one two three four five six seven eight nine“"} {
		wantFinding(t, quotation, file, "stated,\n", "stated,"+quoted+"\n",
			`data/observations/nsp.csv:2:38: error quotation: a quotation of 9 words: "`+quoted+`"; want own words; quotation marks only around names of at most 8 words`)
	}
	wantFinding(t, quotation, file, "p. 1", `"indicator ""one two three four five six seven eight"", row Kenya"`)
	wantFinding(t, quotation, "data/sources.csv", "The Report", `"""One two three four five six seven eight nine"" and more"`)
}
