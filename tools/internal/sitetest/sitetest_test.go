package sitetest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

// recorder is a test that notes how it ended.
type recorder struct {
	testing.TB
	ended string
}

func (r *recorder) Helper() {}

func (r *recorder) Skipf(format string, args ...any) {
	r.ended = "skip: " + fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func (r *recorder) Fatalf(format string, args ...any) {
	r.ended = "fail: " + fmt.Sprintf(format, args...)
	runtime.Goexit()
}

// end tells how a call ends a test; "" if it returns.
func end(call func(testing.TB)) string {
	r, done := &recorder{}, make(chan bool)
	go func() {
		defer close(done)
		call(r)
	}()
	<-done
	return r.ended
}

func TestMissingTools(t *testing.T) {
	tests := []struct {
		name string
		call func(testing.TB)
		want string
	}{
		{"Node", func(t testing.TB) { sitetest.Node(t) }, "Node is not installed"},
		{"Chromium", func(t testing.TB) { sitetest.Chromium(t) }, "Chromium is not installed"},
		{"Node packages", func(t testing.TB) { sitetest.NodeModules(t) },
			"the Node packages of the tests are not installed: run npm ci in tools/internal/sitetest/npm"},
		{"a Node package of an empty folder", func(t testing.TB) { sitetest.NodePackage(t, "@a/b") },
			"the Node packages of the tests are not installed: run npm ci in tools/internal/sitetest/npm"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("PATH", t.TempDir())
			t.Chdir(emptyModule(t))
			t.Setenv(sitetest.RequireEnv, "")
			if got, want := end(test.call), "skip: "+test.want; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			t.Setenv(sitetest.RequireEnv, "1")
			if got, want := end(test.call), "fail: "+test.want+" (ATLAS_REQUIRE_BROWSER=1)"; got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestProgramsToCompareWithAreNeverRequired(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv(sitetest.RequireEnv, "1")
	if got := end(func(t testing.TB) { sitetest.Program(t, "ogrinfo") }); got != "skip: ogrinfo is not installed" {
		t.Errorf("got %q", got)
	}
}

func TestFindsPrograms(t *testing.T) {
	bin := t.TempDir()
	want := filepath.Join(bin, "chromium-browser")
	if err := os.WriteFile(want, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin)
	if got := sitetest.Chromium(t); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestLockFile: the packages are pinned by version and checksum, and by no registry's host.
func TestLockFile(t *testing.T) {
	lock, err := os.ReadFile("npm/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(lock), `"resolved"`) {
		t.Error("package-lock.json names a registry; want omit-lockfile-registry-resolved in .npmrc")
	}
	if !strings.Contains(string(lock), `"integrity"`) {
		t.Error("package-lock.json has no checksums")
	}
}

func emptyModule(t *testing.T) string {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module empty\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}
