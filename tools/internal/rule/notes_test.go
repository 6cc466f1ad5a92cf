package rule

import (
	"testing"
	"testing/fstest"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// wantOfNotes holds what a rule finds in tiny with these files beside it, each a path and a text.
func wantOfNotes(t *testing.T, r Rule, files []string, want ...string) {
	t.Helper()
	fsys := tinyFS()
	for i := 0; i < len(files); i += 2 {
		fsys[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	wantOnly(t, checked(dataset.Load(fsys), []Rule{r}), want...)
}

const (
	kenya = "content/countries/ken.md"
	joint = "content/countries/shared/project.md"
)

// head gives the fields of a note that keeps every rule, with more lines after them.
func head(more string) string {
	return "+++\ntitle = \"T\"\ndate = 2026-11-22\nindicators = [\"nsp\"]\n" + more + "+++\n"
}

var sound = head("sources = [\"hri-2024\"]\n") + "Two sentences.\n"

func TestNotesThatKeepEveryRule(t *testing.T) {
	fsys := tinyFS()
	fsys[kenya] = &fstest.MapFile{Data: []byte(head("shared = [\"project\"]\n"))}
	fsys["content/countries/tha.fr.md"] = &fstest.MapFile{Data: []byte(sound)}
	fsys[joint] = &fstest.MapFile{Data: []byte("+++\ndate = 2026-11-22\nsources = [\"who-2020\"]\n+++\nText.\n")}
	wantOnly(t, checked(dataset.Load(fsys), All()))
}
