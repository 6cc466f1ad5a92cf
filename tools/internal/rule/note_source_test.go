package rule

import "testing"

func TestNoteSource(t *testing.T) {
	wantOfNotes(t, noteSource, []string{kenya, sound})
	wantOfNotes(t, noteSource, []string{kenya, head("shared = [\"project\"]\n"), joint, sound})
	wantOfNotes(t, noteSource, []string{kenya, head("") + "Text.\n"},
		"content/countries/ken.md:1:1: error note-source: no sources; want the ids of the publications that the note rests on")
	wantOfNotes(t, noteSource, []string{kenya, head("shared = [\"project\"]\n") + "Text.\n", joint, head("sources = [\"hri-2042\"]\n") + "Text.\n"},
		"content/countries/ken.md:1:1: error note-source: no sources; want the ids of the publications that the note rests on",
		`content/countries/shared/project.md:5:1: error note-source: "hri-2042"; want an id of data/sources.csv (did you mean "hri-2024"?)`+bySourceAdd)
}

// A publication that only a note rests on is used.
func TestNoteUsesItsSource(t *testing.T) {
	fsys := []string{"data/sources.csv", tiny["data/sources.csv"] + "zzz-2020,4,A Page,P,2020,https://example.org/page,en,,2026-11,\n",
		kenya, head("sources = [\"zzz-2020\"]\n") + "Text.\n"}
	wantOfNotes(t, sourceUnused, fsys)
}
