package rule

import "testing"

func TestNoteShared(t *testing.T) {
	wantOfNotes(t, noteShared, []string{kenya, head("shared = [\"project\"]\n"), joint, sound})
	wantOfNotes(t, noteShared, []string{kenya, head("shared = [\"projects\"]\n"), joint, sound},
		`content/countries/ken.md:5:1: error note-shared: "projects"; want a file of content/countries/shared/ without its ending (did you mean "project"?)`,
		"content/countries/shared/project.md:1:1: error note-shared: a text that no note shares; want a note that names it, or no such file")
	wantOfNotes(t, noteShared, []string{kenya, head("shared = [\"project\"]\n"), "content/countries/shared/project.fr.md", sound},
		`content/countries/ken.md:5:1: error note-shared: "project"; want a file of content/countries/shared/ without its ending`)
}
