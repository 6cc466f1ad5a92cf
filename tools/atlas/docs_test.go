package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// documents gives what people read about the program and the data, by path: the documents,
// forms and workflows of the repository, and the help of every command.
func documents(t *testing.T, root *cobra.Command) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"*.md", "data/*.md", "data/*/*.md", "tools/*.md", "docs/*.md", "content/*.md", "content/*/*.md",
		".github/*.md", ".github/*/*.yml", "config.toml"} {
		files, err := filepath.Glob("../../" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			texts[strings.TrimPrefix(file, "../../")] = readText(t, file)
		}
	}
	for call, c := range working(root) {
		texts["help of "+call] = c.Long + "\n" + c.Example
	}
	return texts
}

func readText(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// working gives the commands that do something, by the words that call them, such as "source add".
func working(c *cobra.Command) map[string]*cobra.Command {
	all := map[string]*cobra.Command{}
	for _, sub := range c.Commands() {
		if sub.Runnable() && !sub.HasSubCommands() {
			_, call, _ := strings.Cut(sub.CommandPath(), " ")
			all[call] = sub
		}
		for call, deeper := range working(sub) {
			all[call] = deeper
		}
	}
	return all
}

// flagsOf lists the flags that a command has for itself.
func flagsOf(c *cobra.Command) []string {
	var all []string
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" && c.InheritedFlags().Lookup(f.Name) == nil {
			all = append(all, "--"+f.Name)
		}
	})
	return all
}

func TestDocumentsNameWhatExists(t *testing.T) {
	env, _, _ := world(t, 0, nil)
	root := newRoot(env)
	for path, text := range documents(t, root) {
		for _, bad := range slices.Concat(badCalls(root, text), badRules(text), badPaths(path, text), badTests(text)) {
			t.Errorf("%s: %s", path, bad)
		}
	}
}

// Findings and generated files name commands too.
func TestCodeNamesCommandsThatExist(t *testing.T) {
	env, _, _ := world(t, 0, nil)
	root := newRoot(env)
	files, err := filepath.Glob("../internal/*/*.go")
	if err != nil || len(files) < 100 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, literal := range regexp.MustCompile(`"(?:[^"\\\n]|\\.)*"`).FindAllString(readText(t, file), -1) {
			for _, bad := range badCalls(root, strings.TrimSuffix(literal, `"`)) {
				t.Errorf("%s: %s", file, bad)
			}
		}
	}
}

// commandLine is a line of the table of commands in tools/README.md: command, flags, what it does.
var commandLine = regexp.MustCompile("(?m)^\\| `([a-z ]+)` \\| ((?:`--[a-z-]+` ?)*)\\| .+ \\|$")

// listed reads the table of commands: command → flags.
func listed(text string) map[string][]string {
	_, text, _ = strings.Cut(text, "\n## Commands\n")
	text, _, _ = strings.Cut(text, "\n## ")
	all := map[string][]string{}
	for _, m := range commandLine.FindAllStringSubmatch(text, -1) {
		all[m[1]] = strings.Fields(strings.ReplaceAll(m[2], "`", ""))
	}
	return all
}

// The table of commands names every command with every flag, and nothing else.
func TestReadmeListsEveryCommandAndFlag(t *testing.T) {
	env, _, _ := world(t, 0, nil)
	want := map[string][]string{}
	for call, c := range working(newRoot(env)) {
		want[call] = flagsOf(c)
	}
	if diff := cmp.Diff(want, listed(readText(t, "../README.md")), cmp.Transformer("set", func(s []string) string { return fmt.Sprint(slices.Sorted(slices.Values(s))) })); diff != "" {
		t.Errorf("tools/README.md (-program +table):\n%s", diff)
	}
}

// What CONTRIBUTING.md has people type works on the data of this checkout, one line after the other.
func TestContributorsTypeWhatWorks(t *testing.T) {
	env, _, errs := world(t, 0, nil)
	for _, folder := range []string{"data", "content"} {
		if err := os.RemoveAll(filepath.Join(env.Dir, folder)); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(filepath.Join(env.Dir, folder), os.DirFS("../../"+folder)); err != nil {
			t.Fatal(err)
		}
	}
	ran := 0
	for _, m := range regexp.MustCompile(`(?m)^go run \./tools/atlas ((?:fmt|check|source add|set).*)$`).FindAllStringSubmatch(readText(t, "../../CONTRIBUTING.md"), -1) {
		call, _, _ := strings.Cut(m[1], " #")
		args := word.FindAllString(call, -1)
		for i := range args {
			args[i] = strings.Trim(args[i], `"`)
		}
		if code := Run(t.Context(), env, append(args, "--root", env.Dir)); code != exitOK {
			t.Errorf("%s: exit code %d\n%s", call, code, errs)
		}
		ran++
	}
	if ran < 4 {
		t.Errorf("%d lines ran; want 4 or more", ran)
	}
}
