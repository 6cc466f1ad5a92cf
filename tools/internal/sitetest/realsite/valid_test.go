package realsite_test

import (
	"bytes"
	"flag"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

var everyPage = flag.Bool("every-page", false, "validate every page, not one of each kind and language")

// pagesToValidate are the files of a page of each kind and language and of those that readers meet most.
func pagesToValidate(s *Site) []string {
	var list []string
	seen, looked := map[string]bool{}, pagesToLookAt(s)
	for _, p := range slices.Concat(s.All, s.Frozen) {
		if k := p.Lang + " " + kind(p.English); *everyPage || !seen[k] || slices.Contains(looked, p.Path) {
			seen[k] = true
			list = append(list, file(s, p.Path))
		}
	}
	return list
}

// html-validate, which others maintain, finds nothing wrong.
func TestPagesAreValid(t *testing.T) {
	t.Parallel()
	files := pagesToValidate(Built(t))
	want := fmt.Sprintf("%d files, 0 faults\n", len(files))
	if got := sitetest.Script(t, "html-validate.mjs", files...); got != want || len(files) < 12 {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Nor does the Nu Html Checker of the W3C.
func TestPagesAreValidToTheW3C(t *testing.T) {
	if !*everyPage {
		t.Skip("skipped without -every-page: html-validate looks at pages of each kind in every run")
	}
	java := sitetest.Program(t, "java")
	sitetest.NodePackage(t, "vnu-jar")
	checker := filepath.Join(sitetest.NodeModules(t), "vnu-jar", "build", "dist", "vnu.jar")
	args := append([]string{"-Xss2m", "-jar", checker, "--errors-only", "--format", "gnu"}, pagesToValidate(Built(t))...)
	if out, err := exec.Command(java, args...).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("%v: %d lines, such as\n%s", err, bytes.Count(out, []byte("\n")), out[:min(len(out), 4000)])
	}
}

// file gives the file of a page.
func file(s *Site, path string) string {
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return filepath.Join(s.Dir, filepath.FromSlash(path))
}
