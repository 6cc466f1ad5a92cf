package edition_test

import (
	"os"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
)

// told releases the edition of a checkout and gives the changelog that came of it.
func told(t *testing.T, root string) string {
	t.Helper()
	d := dataset.Load(os.DirFS(root))
	plan, err := edition.Prepare(d, files, []byte("CC BY\n"))
	if err != nil {
		t.Fatal(err)
	}
	history, _ := os.ReadFile(root + "/" + edition.ChangelogFile)
	if err := plan.Tell(d, history); err != nil {
		t.Fatal(err)
	}
	if err := plan.Apply(root); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(root + "/" + edition.ChangelogFile)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestChangelogGrowsFromAbove(t *testing.T) {
	root := checkout(t, "2026.1", "2026-11-22")
	first := told(t, root)
	if !strings.HasPrefix(first, "# Editions of the data set\n") || !strings.HasSuffix(first, "\n## 2026.1, 2026-11-22\n\nThe first edition: 0 observations from 0 sources.\n") {
		t.Errorf("first:\n%s", first)
	}
	// The checkout itself holds no observations, so the frozen yes of Kenya has gone.
	write(t, root, dataset.EditionFile, identity("2027.1", "2027-11-22"))
	second := told(t, root)
	want := "\n## 2027.1, 2027-11-22\n\n- KEN · nsp: yes (2020) → no data\n\n## 2026.1, 2026-11-22\n"
	if !strings.Contains(second, want) || strings.Count(second, "# Editions of the data set") != 1 {
		t.Errorf("second:\n%s\nwant it to hold:\n%s", second, want)
	}
}
