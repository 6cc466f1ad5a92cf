package rule

import "testing"

func TestDerivedNote(t *testing.T) {
	wantFinding(t, derivedNote, "data/observations/nsp.csv", "p. 1,stated", "p. 1,derived",
		`data/observations/nsp.csv:2:39: error derived-note: derived without a note; want how it was derived: by exclusion, carried forward, with an assumed year …`)
}
