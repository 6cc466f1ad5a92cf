package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// workflows gives the workflow files by name.
func workflows(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	if err != nil || len(files) == 0 {
		t.Fatal("no workflows:", err)
	}
	texts := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(file)] = string(text)
	}
	return texts
}

func TestWorkflowsPassActionlint(t *testing.T) {
	args := []string{"tool", "actionlint", "-shellcheck=", "-pyflakes="}
	for name := range workflows(t) {
		args = append(args, filepath.Join(".github", "workflows", name))
	}
	cmd := exec.Command("go", args...)
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// A tag can be moved to other code, a commit cannot.
func TestWorkflowsPinWhatTheyUse(t *testing.T) {
	uses := regexp.MustCompile(`(?m)uses: (.*)$`)
	pinned := regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
	for name, text := range workflows(t) {
		for _, m := range uses.FindAllStringSubmatch(text, -1) {
			if !pinned.MatchString(m[1]) {
				t.Errorf("%s: %s; want a commit and the version that it is", name, m[1])
			}
		}
	}
}

// What anybody may have written gets no rights, and no text of theirs is read by a shell.
func TestWorkflowsAreSafeForForks(t *testing.T) {
	for name, text := range workflows(t) {
		var w struct {
			On          any
			Permissions map[string]string
			Jobs        map[string]struct {
				Permissions map[string]string
				Steps       []struct{ Run, Uses string }
			}
		}
		if err := yaml.Unmarshal([]byte(text), &w); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(w.Permissions) == 0 {
			t.Errorf("%s: no permissions of its own; the host's default may be to write", name)
		}
		events := eventNames(w.On)
		if strings.Contains(events, "pull_request_target") {
			t.Errorf("%s: pull_request_target gives rights to other people's code", name)
		}
		for id, job := range w.Jobs {
			for right, level := range job.Permissions {
				if strings.Contains(events, "pull_request") && level == "write" {
					t.Errorf("%s, %s: may write %s while it runs code of a pull request", name, id, right)
				}
			}
			for _, step := range job.Steps {
				if strings.Contains(step.Run, "${{") {
					t.Errorf("%s, %s: an expression inside a script; want it in env", name, id)
				}
				if strings.Contains(events, "workflow_run") && strings.HasPrefix(step.Uses, "actions/checkout") {
					t.Errorf("%s, %s: checks code out where it may write", name, id)
				}
			}
		}
		for right, level := range w.Permissions {
			if strings.Contains(events, "pull_request") && level != "read" {
				t.Errorf("%s: may %s %s while it runs code of a pull request", name, level, right)
			}
		}
	}
}

// eventNames joins the names of the events that start a workflow.
func eventNames(on any) string {
	switch on := on.(type) {
	case string:
		return on
	case map[string]any:
		var names []string
		for name := range on {
			names = append(names, name)
		}
		return strings.Join(names, " ")
	}
	return ""
}
