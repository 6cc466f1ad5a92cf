package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/spf13/cobra"
)

// world is a testing Env: an in-memory terminal, or none if width is 0, in a copy of tiny.
func world(t *testing.T, width int, env map[string]string) (*Env, *bytes.Buffer, *bytes.Buffer) {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(root, os.DirFS("testdata/tiny")); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	return &Env{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Dir: root, root: root,
		Getenv:   func(name string) string { return env[name] },
		Terminal: func(io.Writer) int { return width },
	}, &out, &errs
}

func TestColours(t *testing.T) {
	for _, test := range []struct {
		name   string
		width  int
		env    map[string]string
		colour bool
	}{
		{"a terminal has colours", 80, nil, true},
		{"a file has none", 0, nil, false},
		{"nor has NO_COLOR", 80, map[string]string{"NO_COLOR": "1"}, false},
		{"nor a terminal without them", 80, map[string]string{"TERM": "dumb"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			env, out, errs := world(t, test.width, test.env)
			if err := os.Remove(env.Dir + "/data/regions.csv"); err != nil {
				t.Fatal(err)
			}
			if code := Run(context.Background(), env, []string{"check", "--root", env.Dir}); code != exitFailed {
				t.Errorf("exit code %d, want %d", code, exitFailed)
			}
			if got := strings.Contains(errs.String(), "\x1b["); got != test.colour {
				t.Errorf("colours: %v, want %v, in %q", got, test.colour, errs)
			}
			out.Reset()
			Run(context.Background(), env, []string{"check", "--list", "--root", env.Dir})
			if got := strings.Contains(out.String(), "\x1b["); got != test.colour {
				t.Errorf("colours in the list: %v, want %v", got, test.colour)
			}
		})
	}
}

func TestWidth(t *testing.T) {
	env, out, _ := world(t, 72, map[string]string{"NO_COLOR": "1", "COLUMNS": "200"})
	if code := Run(context.Background(), env, []string{"status", "--country", "KEN", "--indicator", "nsp", "--root", env.Dir}); code != exitOK {
		t.Fatalf("exit code %d", code)
	}
	if strings.Count(out.String(), "\n") < 6 {
		t.Errorf("nothing was wrapped for a terminal of 72 columns:\n%s", out)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestOutputThatCannotBeWrittenFails(t *testing.T) {
	for _, args := range [][]string{
		{"check"}, {"check", "--list"}, {"check", "--format", "json"}, {"check", "--format", "github"},
		{"status"}, {"status", "--indicator", "nsp"}, {"reconcile"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			env, _, errs := world(t, 0, nil)
			env.Stdout = broken{}
			if code := Run(context.Background(), env, append(args, "--root", env.Dir)); code != exitFailed {
				t.Errorf("exit code %d, want %d", code, exitFailed)
			}
			if got := errs.String(); !strings.Contains(got, "no space left on device") {
				t.Errorf("the reason is not told: %q", got)
			}
		})
	}
}

func TestEveryCommandTeaches(t *testing.T) {
	env, _, _ := world(t, 0, nil)
	for _, c := range newRoot(env).Commands() {
		if c.Name() == "help" {
			continue
		}
		t.Run(c.Name(), func(t *testing.T) { teaches(t, c) })
	}
}

func teaches(t *testing.T, c *cobra.Command) {
	t.Helper()
	if c.Short == "" || len(c.Long) < 2*len(c.Short) {
		t.Error("no explanation")
	}
	if !strings.Contains(c.Long, "Exit codes: 0 ") {
		t.Error("the exit codes are not told")
	}
	if !strings.Contains(c.Example, "go run ./tools/atlas "+c.Name()) {
		t.Error("no example")
	}
	if c.Flag("root") == nil && c.InheritedFlags().Lookup("root") == nil {
		t.Error("no --root")
	}
}

// What programs read keeps its schema on findings of many rules, and on none.
func TestCheckJSONKeepsItsSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../internal/report/schema/check.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, replaced := range map[string][2]string{
		"clean data": {"", ""}, "a column gone": {",locator", ""}, "cells too many": {",stated", ",stated,"}, "a quote left open": {"row Kenya\"", "row Kenya"},
	} {
		t.Run(name, func(t *testing.T) {
			env, out, _ := world(t, 0, nil)
			file := filepath.Join(env.Dir, "data", "observations", "nsp.csv")
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(strings.ReplaceAll(string(text), replaced[0], replaced[1])), 0o600); err != nil {
				t.Fatal(err)
			}
			Run(context.Background(), env, []string{"check", "--format", "json", "--root", env.Dir})
			value, err := jsonschema.UnmarshalJSON(out)
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Error(err)
			}
		})
	}
}
