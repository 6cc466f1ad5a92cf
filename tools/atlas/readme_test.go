package main

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// packageLine is a line of the table in tools/README.md.
var packageLine = regexp.MustCompile("(?m)^\\| `internal/([a-z]+)` \\| (.+) \\|$")

func documented(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, match := range packageLine.FindAllStringSubmatch(string(text), -1) {
		names = append(names, match[1])
	}
	return names
}

func TestReadmeListsEveryPackage(t *testing.T) {
	listed := documented(t)
	entries, err := os.ReadDir("../internal")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && !slices.Contains(listed, e.Name()) {
			t.Errorf("tools/README.md does not tell what internal/%s is for", e.Name())
		}
	}
	for _, name := range listed {
		if !isFolder(filepath.Join("../internal", name)) {
			t.Errorf("tools/README.md lists internal/%s, which does not exist", name)
		}
	}
}

// The table is the order of the flow: a package knows only those above it in the table.
func TestPackagesKnowOnlyThoseBefore(t *testing.T) {
	listed := documented(t)
	for i, name := range listed {
		for _, imported := range imports(t, name) {
			if at := slices.Index(listed, imported); at >= i {
				t.Errorf("internal/%s imports internal/%s, which stands below it in tools/README.md", name, imported)
			}
		}
	}
}

// imports gives the internal packages that a package uses outside its tests.
func imports(t *testing.T, name string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("../internal", name, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range parsed.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if _, internal, ok := strings.Cut(path, "/tools/internal/"); ok {
				all = append(all, internal)
			}
		}
	}
	return all
}
