package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"
)

// fakeGH stands for the host's program: it knows one open pull request without comments, and
// keeps what is posted.
const fakeGH = `#!/bin/sh
case "$*" in
*/commits/*/pulls*) echo 7 ;;
*POST*issues/7/comments*) cp body.md posted.md ;;
esac
`

// script gives what a step of a workflow runs.
func script(t *testing.T, workflow, step string) string {
	t.Helper()
	var w struct {
		Jobs map[string]struct {
			Steps []struct{ Name, Run string }
		}
	}
	if err := yaml.Unmarshal([]byte(workflows(t)[workflow]), &w); err != nil {
		t.Fatal(err)
	}
	for _, job := range w.Jobs {
		for _, s := range job.Steps {
			if s.Name == step {
				return s.Run
			}
		}
	}
	t.Fatalf("%s has no step %q", workflow, step)
	return ""
}

// post runs the step that posts, as the host would, on what a run of companion left behind, and
// gives what was posted.
func post(t *testing.T, dir string, env ...string) string {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "gh"), []byte(fakeGH), 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("bash", "-eo", "pipefail", "-c", script(t, "companion-comment.yml", "Post or update"))
	cmd.Dir = dir
	cmd.Env = append([]string{"PATH=" + dir + ":" + os.Getenv("PATH"), "GH_REPO=a/b", "SHA=abc", "RUN=https://host/run/1"}, env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Logf("%v: %s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "posted.md"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(text)
}

// left makes the folder that a run of companion leaves behind.
func left(t *testing.T) (dir, comment string) {
	t.Helper()
	if _, err := exec.LookPath("bash"); err != nil {
		t.Skip("bash is not installed")
	}
	dir = t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "comment"), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir, filepath.Join(dir, "comment", "comment.md")
}

func TestTheCommentTellsWhatToDownload(t *testing.T) {
	const begin = "<!-- atlas-companion -->\n### What this changes\n\n\n"
	const correct = "- **Something still needs a correction**: [this run](https://host/run/1) says what.\n"
	const maps = "- Download `maps`, [before and after](https://host/run/1/artifacts/5).\n"
	const site = "- Download `site`, [the whole of it to look at](https://host/run/1/artifacts/6).\n"
	for _, test := range []struct {
		name string
		env  []string
		want string
	}{
		{"maps and site", []string{"CONCLUSION=success", "MAPS=5", "SITE=6"}, begin + maps + site},
		{"no map differs", []string{"CONCLUSION=success", "MAPS=", "SITE=6"}, begin + site},
		{"findings", []string{"CONCLUSION=failure", "MAPS=5", "SITE="}, begin + correct + maps},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir, comment := left(t)
			if err := os.WriteFile(comment, []byte("### What this changes\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, post(t, dir, test.env...)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// Where the comment comes from, anybody may have put a link to a secret of the job that posts.
func TestALinkIsNotPosted(t *testing.T) {
	dir, comment := left(t)
	secret := filepath.Join(dir, "secret")
	if err := os.WriteFile(secret, []byte("a token"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, comment); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	if got := post(t, dir, "CONCLUSION=success", "MAPS=", "SITE="); got != "" {
		t.Errorf("posted %q", got)
	}
}

// A pattern that no test's name fits passes whatever the pages weigh.
func TestWorkflowsNameTestsThatExist(t *testing.T) {
	runs := regexp.MustCompile(`go test \./(\S+) -run '([^']+)'`)
	tests := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	var found []string
	for name, text := range workflows(t) {
		for _, m := range runs.FindAllStringSubmatch(text, -1) {
			n := 0
			for _, file := range testFiles(t, filepath.Join("..", "..", m[1])) {
				for _, f := range tests.FindAllStringSubmatch(file, -1) {
					if regexp.MustCompile(m[2]).MatchString(f[1]) {
						n++
					}
				}
			}
			if n == 0 {
				t.Errorf("%s: no test in %s has a name like %s", name, m[1], m[2])
			}
			found = append(found, name)
		}
	}
	if !strings.Contains(strings.Join(found, " "), "companion.yml") {
		t.Error("companion runs no budget")
	}
}

func testFiles(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}
