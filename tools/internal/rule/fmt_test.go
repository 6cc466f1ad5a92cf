package rule

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/tidy"
)

// fmtKeepsItsWord formats a broken data set and holds that just those findings go of which the
// rule says that `fmt` does it: none is promised in vain, and none is left to people's hands.
// Every test of a rule asks for it.
func fmtKeepsItsWord(t *testing.T, fsys fstest.MapFS, r Rule) {
	t.Helper()
	before := dataset.Load(fsys)
	changes, problems := tidy.Plan(before)
	if len(problems) > 0 {
		return // fmt refuses what it cannot read, and says why
	}
	for _, c := range changes {
		fsys[c.File] = &fstest.MapFile{Data: c.Content}
	}
	want := saysWithout(Check(before, []Rule{r}), byFmt)
	got := saysWithout(Check(dataset.Load(fsys), []Rule{r}), "")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings that fmt does not claim to repair (-before +after fmt):\n%s", diff)
	}
}

// saysWithout says what was found and is wanted, but for findings whose wish ends in a text.
// Places are left out: rows move when they are sorted.
func saysWithout(findings []Finding, ending string) []string {
	var all []string
	for _, f := range findings {
		if ending == "" || !strings.HasSuffix(f.Want, ending) {
			all = append(all, f.Found+"; want "+f.Want)
		}
	}
	return all
}
