package rule

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// fewestRules is how many the atlas promises; the list may grow.
const fewestRules = 45

func TestRegistry(t *testing.T) {
	names := Names()
	if len(names) < fewestRules {
		t.Errorf("%d rules; want %d or more", len(names), fewestRules)
	}
	if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Errorf("names are not sorted or not unique: %v", names)
	}
	name := regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	for _, r := range All() {
		if !name.MatchString(r.Name) {
			t.Errorf("%s: want lower-case words with hyphens", r.Name)
		}
		if !strings.HasSuffix(r.About, ".") || strings.Contains(r.About, ". ") || !strings.Contains(r.About, ";") && !strings.Contains(r.About, ",") {
			t.Errorf("%s: want one sentence that says what must hold and which mistake it prevents, not %q", r.Name, r.About)
		}
		if r.Level != Error && r.Level != Warning || r.Check == nil {
			t.Errorf("%s: level %q, check %v", r.Name, r.Level, r.Check != nil)
		}
	}
}

func TestEveryRuleHasItsFileAndTest(t *testing.T) {
	for _, name := range Names() {
		base := strings.ReplaceAll(name, "-", "_")
		code, err := os.ReadFile(base + ".go")
		if err != nil || !strings.Contains(string(code), `"`+name+`"`) {
			t.Errorf("%s: no rule of that name in %s.go", name, base)
		}
		test, err := os.ReadFile(base + "_test.go")
		if err != nil || !strings.Contains(string(test), " "+name+": ") {
			t.Errorf("%s: no failing example in %s_test.go", name, base)
		}
	}
}

func TestEveryRuleFileIsRegistered(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	ruleName := regexp.MustCompile(`(?m)^\t+Name: +"([^"]+)"`)
	for _, f := range files {
		code, err := os.ReadFile(f.Name())
		if f.IsDir() || err != nil || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		for _, m := range ruleName.FindAllStringSubmatch(string(code), -1) {
			if !slices.Contains(Names(), m[1]) {
				t.Errorf("%s: rule %q is not in All", f.Name(), m[1])
			}
		}
	}
}

// What the reader finds passes to people by the rule of its name; under any other it would be lost.
func TestEveryFaultOfTheReaderHasItsRule(t *testing.T) {
	files, err := filepath.Glob("../dataset/*.go")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`\.fault\([^"\n]*"([a-z-]+)"`)
	seen := 0
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range named.FindAllStringSubmatch(string(code), -1) {
			seen++
			if !slices.Contains(Names(), m[1]) {
				t.Errorf("%s: a fault of rule %q, which `check --list` does not know", file, m[1])
			}
		}
	}
	if seen < 8 {
		t.Errorf("%d faults of the reader; want 8 or more", seen)
	}
}
