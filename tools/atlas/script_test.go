package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"
)

var update = flag.Bool("update", false, "rewrite the expected output inside the scripts")

// TestMain lets the scripts run this program under its own name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"atlas": func() { os.Exit(mainCode()) }})
}

// TestScripts runs testdata/script. Each script begins in an empty folder that holds tiny/, a
// checkout with a small data set that keeps every rule.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               setup,
		Condition:           condition,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"replace": replace, "same": same, "keep": keep, "exec-code": execCode, "checkout": checkout, "words": speak,
		},
	})
}

func setup(env *testscript.Env) error {
	tiny := filepath.Join(env.WorkDir, "tiny")
	if err := os.CopyFS(tiny, os.DirFS("testdata/tiny")); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(tiny, "go.mod"), []byte("module tiny\n"), 0o644); err != nil {
		return err
	}
	return keepGoCache(env)
}

// keepGoCache lets a script run Hugo from the caches of the machine: scripts have no home.
func keepGoCache(env *testscript.Env) error {
	names := []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GOSUMDB", "GOFLAGS", "GOTOOLCHAIN"}
	out, err := exec.Command("go", append([]string{"env"}, names...)...).Output()
	if err != nil {
		return fmt.Errorf("go env: %w", err)
	}
	for i, value := range strings.Split(strings.TrimRight(string(out), "\n"), "\n") {
		env.Setenv(names[i], value)
	}
	return nil
}

// checkout copies what a build of the real site reads, in all languages but some: checkout FOLDER [LANGUAGE...].
func checkout(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: checkout FOLDER [LANGUAGE...]")
	}
	root, to := filepath.Join("..", ".."), ts.MkAbs(args[0])
	ts.Check(sitetest.Checkout(root, to))
	ts.Check(sitetest.BringPictures(root, to))
	for _, lang := range args[1:] {
		ts.Check(sitetest.DropLanguage(to, lang))
	}
}

// speak gives a folder the real interface strings and texts of indicators: words FOLDER.
func speak(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: words FOLDER")
	}
	for _, part := range []string{"data/i18n", "content/indicators"} {
		to := filepath.Join(ts.MkAbs(args[0]), part)
		ts.Check(os.RemoveAll(to))
		ts.Check(os.CopyFS(to, os.DirFS(filepath.Join("..", "..", part))))
	}
	ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[0]), "data/i18n/terms.csv"), []byte("term,lang,name,short,definition,usage\n"), 0o644))
}

// condition adds [root]: the scripts run with the rights of the superuser.
func condition(name string) (bool, error) {
	if name != "root" {
		return false, fmt.Errorf("unknown condition %q", name)
	}
	return os.Geteuid() == 0, nil
}

// execCode runs a program that must end with an exit code: exec-code CODE PROGRAM ARGS.
func execCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exec-code CODE PROGRAM ARGS")
	}
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); !errors.As(err, &exit) || strconv.Itoa(exit.ExitCode()) != args[0] {
		ts.Fatalf("want exit code %s, got: %v", args[0], err)
	}
}

// replace changes text in a file once: replace FILE OLD NEW. \n, \r and \ufeff stand for the
// characters themselves.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	chars := strings.NewReplacer(`\n`, "\n", `\r`, "\r", `\ufeff`, "\ufeff", `\x1b`, "\x1b")
	text, file := ts.ReadFile(args[0]), ts.MkAbs(args[0])
	if !strings.Contains(text, chars.Replace(args[1])) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	text = strings.Replace(text, chars.Replace(args[1]), chars.Replace(args[2]), 1)
	ts.Check(os.WriteFile(file, []byte(text), 0o644))
}

// keep puts a copy of a folder aside: keep FOLDER COPY.
func keep(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: keep FOLDER COPY")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

// same holds that two folders have the same files with the same bytes: same FOLDER COPY.
func same(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: same FOLDER COPY")
	}
	a, b := contents(ts, args[0]), contents(ts, args[1])
	for name, text := range a {
		if other, ok := b[name]; !ok || other != text {
			ts.Fatalf("%s differs", name)
		}
	}
	if len(a) != len(b) {
		ts.Fatalf("%d files against %d", len(a), len(b))
	}
}

func contents(ts *testscript.TestScript, folder string) map[string]string {
	files := map[string]string{}
	root := ts.MkAbs(folder)
	ts.Check(filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, root)] = string(data)
		return err
	}))
	return files
}
