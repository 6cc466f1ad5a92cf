package rule

import "testing"

func TestNameAmbiguous(t *testing.T) {
	const file = "data/names/names.csv"
	wantFinding(t, nameAmbiguous, file, "The Rock of Gibraltar", "kenya",
		`data/names/names.csv:2:14: error name-ambiguous: "kenya" for GIB, which is also KEN; want a name that only one country has`)
	wantFinding(t, nameAmbiguous, file, "Gibraltar\n", "Gibraltar\nKEN,en,alias,The Rock of Gibraltar\n",
		`data/names/names.csv:3:14: error name-ambiguous: "The Rock of Gibraltar" for KEN, which is also GIB; want a name that only one country has`)
	wantFinding(t, nameAmbiguous, file, "Gibraltar\n", "Gibraltar\nGIB,en,former,The Rock of Gibraltar\n")
}
