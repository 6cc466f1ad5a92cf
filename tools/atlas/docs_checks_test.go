package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"github.com/harm-reduction-atlas/atlas/tools/internal/rulebook"
)

var (
	callOfAtlas = regexp.MustCompile("go run \\./tools/atlas([^`\n]*)")
	word        = regexp.MustCompile(`"[^"]*"|\S+`)
	flagSpan    = regexp.MustCompile("`(--[a-z][a-z-]*)[^`]*`")
	namedRule   = regexp.MustCompile(`:\d+: (?:error|warning) ([a-z0-9-]+): `)
)

// badCalls tells of calls of the program that it would not understand: a command or a flag that
// does not exist, and flags in code that no command has.
func badCalls(root *cobra.Command, text string) []string {
	var bad []string
	text = strings.ReplaceAll(text, "\\\n", " ") // a line that goes on
	for _, m := range callOfAtlas.FindAllStringSubmatch(text, -1) {
		call, _, _ := strings.Cut(m[1], " #")
		call, _, _ = strings.Cut(call, " > ")
		bad = append(bad, badCall(root, word.FindAllString(call, -1))...)
	}
	known := []string{"--help", "--root"}
	for _, c := range working(root) {
		known = append(known, flagsOf(c)...)
	}
	for _, m := range flagSpan.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(known, m[1]) {
			bad = append(bad, "no command has "+m[1])
		}
	}
	return bad
}

func badCall(root *cobra.Command, args []string) []string {
	if len(args) == 0 || args[0] == "<command>" {
		return nil
	}
	c, rest, err := root.Find(args)
	if err != nil || c == root && !strings.HasPrefix(args[0], "-") {
		return []string{"no command " + args[0]}
	}
	var bad []string
	for _, arg := range rest {
		name, _, _ := strings.Cut(strings.TrimPrefix(arg, "--"), "=")
		if strings.HasPrefix(arg, "--") && name != "help" && c.Flags().Lookup(name) == nil && root.PersistentFlags().Lookup(name) == nil {
			bad = append(bad, c.CommandPath()+" has no "+arg)
		}
	}
	return bad
}

// badRules tells of findings whose rule does not exist.
func badRules(text string) []string {
	var bad []string
	for _, m := range namedRule.FindAllStringSubmatch(text, -1) {
		if !slices.ContainsFunc(ruleNames(), func(name string) bool { return name == m[1] }) {
			bad = append(bad, "no rule "+m[1])
		}
	}
	return bad
}

func ruleNames() []string {
	var names []string
	for _, r := range rulebook.All() {
		names = append(names, r.Name)
	}
	return names
}

// link is a link of Markdown to a file beside the document; span is a path in code.
var (
	link = regexp.MustCompile(`\]\(([^)#: ]+)(?:#[^)]*)?\)`)
	span = regexp.MustCompile("`((?:data|tools|content|layouts|static|docs|\\.github|\\.ci)/[^` ]*)`")
)

// badPaths tells of files that a document links to or names and that do not exist. What holds a
// placeholder is left alone.
func badPaths(path, text string) []string {
	var bad []string
	if strings.HasSuffix(path, ".md") && !strings.HasPrefix(path, "content/") {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join("../..", filepath.Dir(path), m[1])); err != nil {
				bad = append(bad, "a link to "+m[1]+", which does not exist")
			}
		}
	}
	for _, m := range span.FindAllStringSubmatch(text, -1) {
		if strings.ContainsAny(m[1], "<*{") {
			continue
		}
		if _, err := os.Stat(filepath.Join("../..", m[1])); err != nil {
			bad = append(bad, m[1]+" does not exist")
		}
	}
	return bad
}

var testCall = regexp.MustCompile(`go test (?:\./)?(tools/[a-z/]+) -run ([A-Za-z]+)`)

// badTests tells of tests that a document has people run and that do not exist.
func badTests(text string) []string {
	var bad []string
	for _, m := range testCall.FindAllStringSubmatch(text, -1) {
		files, _ := filepath.Glob("../../" + m[1] + "/*_test.go")
		if !slices.ContainsFunc(files, func(file string) bool {
			code, err := os.ReadFile(file)
			return err == nil && regexp.MustCompile(`func Test\w*`+m[2]).Match(code)
		}) {
			bad = append(bad, "no test "+m[2]+" in "+m[1])
		}
	}
	return bad
}

// Each check finds what it is for.
func TestDocumentChecksFail(t *testing.T) {
	env, _, _ := world(t, 0, nil)
	root := newRoot(env)
	for _, test := range []struct {
		name, text string
		check      func(string) []string
		want       []string
	}{
		{"a command that is no more", "`go run ./tools/atlas publish`", func(s string) []string { return badCalls(root, s) }, []string{"no command publish"}},
		{"a flag of another command", "go run ./tools/atlas check --port 1", func(s string) []string { return badCalls(root, s) }, []string{"atlas check has no --port"}},
		{"the same on a line that goes on", "go run ./tools/atlas check \\\n  --port 1", func(s string) []string { return badCalls(root, s) }, []string{"atlas check has no --port"}},
		{"a flag that is no more", "with `--colour always`", func(s string) []string { return badCalls(root, s) }, []string{"no command has --colour"}},
		{"a rule that is no more", "data/x.csv:1:2: error maybe: x; want y", badRules, []string{"no rule maybe"}},
		{"a dead link", "[it](GONE.md#there)", func(s string) []string { return badPaths("data/README.md", s) }, []string{"a link to GONE.md, which does not exist"}},
		{"a file that is no more", "`tools/atlas/gone.go`", func(s string) []string { return badPaths("README.md", s) }, []string{"tools/atlas/gone.go does not exist"}},
		{"a test that is no more", "go test ./tools/internal/boundary -run Nowhere -v", badTests, []string{"no test Nowhere in tools/internal/boundary"}},
		{"what exists", "`go run ./tools/atlas set KEN nsp yes --note \"--x\"  # adds` `--root DIR` [a](README.md) `data/countries.csv` `data/x/<id>.csv`\ndata/x.csv:1:2: error value: x",
			func(s string) []string {
				return slices.Concat(badCalls(root, s), badRules(s), badPaths("data/README.md", s))
			}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, test.check(test.text)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
