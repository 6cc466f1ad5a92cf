// Package sitetest finds what browser and validator tests need, and skips or fails clearly.
package sitetest

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// RequireEnv is the environment variable that, set to 1, makes a missing tool a failure.
// A machine that is meant to run every test sets it, so that none is skipped unnoticed.
const RequireEnv = "ATLAS_REQUIRE_BROWSER"

// folder holds the Node packages and scripts of the tests, below the root of the module.
const folder = "tools/internal/sitetest/npm"

// Node gives the path of the Node program.
func Node(t testing.TB) string {
	t.Helper()
	return program(t, "Node", "node")
}

// Chromium gives the path of a Chromium or Chrome browser.
func Chromium(t testing.TB) string {
	t.Helper()
	return program(t, "Chromium", "chromium", "chromium-browser", "google-chrome")
}

// Program gives the path of any other program that a test compares with, such as ogrinfo.
// It may always be missing: a test that needs it is skipped, never failed.
func Program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}

// NodeModules gives the folder of the installed Node packages.
func NodeModules(t testing.TB) string {
	t.Helper()
	path := filepath.Join(root(t), filepath.FromSlash(folder), "node_modules")
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		missing(t, "the Node packages of the tests are not installed: run npm ci in %s", folder)
	}
	return path
}

// NodePackage tells that a test needs a Node package, which an older npm ci may not have installed.
func NodePackage(t testing.TB, name string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(NodeModules(t), filepath.FromSlash(name))); err != nil {
		missing(t, "the Node package %s is not installed: run npm ci in %s", name, folder)
	}
}

// Script runs a script of the folder npm on Node and gives what it prints. A script that
// finds a fault exits with 1, and fails the test with its words.
func Script(t testing.TB, name string, args ...string) string {
	t.Helper()
	node, modules := Node(t), NodeModules(t)
	script := filepath.Join(filepath.Dir(modules), name)
	out, err := exec.Command(node, append([]string{script}, args...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func program(t testing.TB, title string, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	missing(t, "%s is not installed", title)
	return ""
}

func missing(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv(RequireEnv) == "1" {
		t.Fatalf(format+" ("+RequireEnv+"=1)", args...)
	}
	t.Skipf(format, args...)
}

// root finds the module's folder from that of the test.
func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod in this folder or above")
		}
		dir = parent
	}
}
