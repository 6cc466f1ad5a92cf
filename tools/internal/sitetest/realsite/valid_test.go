package realsite_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// html-validate, which others maintain, finds nothing wrong with a page of each kind and
// language and with those that readers meet most.
func TestPagesAreValid(t *testing.T) {
	s := Built(t)
	var files []string
	seen := map[string]bool{}
	for _, p := range slices.Concat(s.All, s.Frozen) {
		if k := p.Lang + " " + kind(p.English); !seen[k] || slices.Contains(pagesToLookAt(s), p.Path) {
			seen[k] = true
			files = append(files, file(s, p.Path))
		}
	}
	want := fmt.Sprintf("%d files, 0 faults\n", len(files))
	if got := sitetest.Script(t, "html-validate.mjs", files...); got != want || len(files) < 12 {
		t.Errorf("got %q, want %q", got, want)
	}
}

// file gives the file of a page.
func file(s *Site, path string) string {
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return filepath.Join(s.Dir, filepath.FromSlash(path))
}
