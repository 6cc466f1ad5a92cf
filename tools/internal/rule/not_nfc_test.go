package rule

import "testing"

func TestNotNFC(t *testing.T) {
	wantFinding(t, notNFC, "data/sources.csv", "The Report", "Le re\u0301cit",
		`data/sources.csv:2:12: error not-nfc: "Le re\u0301cit"; want "Le `+"r\u00e9cit"+`" in Unicode NFC`)
	wantFinding(t, notNFC, "data/sources.csv", "The Report", "Le r\u00e9cit, отчёт")
}
