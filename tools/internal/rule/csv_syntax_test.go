package rule

import "testing"

func TestCSVSyntax(t *testing.T) {
	wantFinding(t, csvSyntax, "data/regions.csv", "1,Asia", `1,"Asia`,
		`data/regions.csv:2:8: error csv-syntax: a quotation mark that is never closed; want a closing " or none at all`)
	wantFinding(t, csvSyntax, "data/regions.csv", "Asia", "As\xffia",
		`data/regions.csv:2:10: error csv-syntax: byte 0xff, which is not UTF-8; want the file saved as UTF-8`)
}
