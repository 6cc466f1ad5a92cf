package realsite_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// html-validate, which others maintain, finds nothing wrong with a page of each kind and with
// those that readers meet most.
func TestPagesAreValid(t *testing.T) {
	s := Built(t)
	files := []string{filepath.Join(s.Dir, "404.html")}
	seen := map[string]bool{}
	for _, p := range s.Pages {
		if k := kind(p.Path); !strings.HasSuffix(p.Path, ".html") && !seen[k] {
			seen[k] = true
			files = append(files, file(s, p.Path))
		}
	}
	for _, path := range pagesToLookAt(s) {
		files = append(files, file(s, path))
	}
	want := fmt.Sprintf("%d files, 0 faults\n", len(files))
	if got := sitetest.Script(t, "html-validate.mjs", files...); got != want || len(files) < 12 {
		t.Errorf("got %q, want %q", got, want)
	}
}

func file(s *Site, path string) string {
	return filepath.Join(s.Dir, filepath.FromSlash(path), "index.html")
}
