package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

func TestSourceKnowsTheNotesThatRestOnIt(t *testing.T) {
	note := func(path string, sources, shared []string) dataset.Note {
		return dataset.Note{Path: dataset.NotesFolder + path, Sources: sources, Shared: shared}
	}
	b := builder{data: &dataset.Dataset{Notes: []dataset.Note{
		note("ken.md", []string{"visit", "report"}, []string{"project"}),
		note("ken.fr.md", []string{"visit"}, []string{"project"}),
		note("civ.md", nil, []string{"project"}),
		note("shared/project.md", []string{"report"}, nil),
	}}}
	want := map[string][]string{"visit": {"ken"}, "report": {"civ", "ken"}}
	if diff := cmp.Diff(want, b.noted()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
