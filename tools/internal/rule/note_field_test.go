package rule

import "testing"

func TestNoteField(t *testing.T) {
	wantOfNotes(t, noteField, []string{kenya, sound})
	wantOfNotes(t, noteField, []string{kenya, "Text without a head.\n"},
		`content/countries/ken.md:1:1: error note-field: date ""; want a day such as 2026-11-22`,
		"content/countries/ken.md:1:1: error note-field: no indicators; want the ids of those that the note speaks of",
		"content/countries/ken.md:1:1: error note-field: no title; want a short title that says what the note is about")
	wantOfNotes(t, noteField, []string{kenya, "+++\ntitle = \"T\"\ndate = \"November\"\nindicators = [\"nps\"]\n+++\n"},
		"content/countries/ken.md:1:1: error note-field: no text; want two to five sentences",
		`content/countries/ken.md:3:1: error note-field: date "November"; want a day such as 2026-11-22`,
		`content/countries/ken.md:4:1: error note-field: "nps"; want an id of data/indicators.csv (did you mean "nsp"?)`)
	wantOfNotes(t, noteField, []string{joint, "+++\ndate = 2026-11-22\n+++\n"},
		"content/countries/shared/project.md:1:1: error note-field: no text; want two to five sentences")
}
