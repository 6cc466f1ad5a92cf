package rule

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// switchedOff names the rule that finds nothing in this run of the tests.
const switchedOff = "ATLAS_RULE_OFF"

// checked applies rules, less the one that is switched off.
func checked(d *dataset.Dataset, rules []Rule) []Finding {
	off := os.Getenv(switchedOff)
	return Check(d, slices.DeleteFunc(slices.Clone(rules), func(r Rule) bool { return r.Name == off }))
}

var testName = regexp.MustCompile(`(?m)^func (Test\w+)\(`)

// A test that passes without what it tests says nothing: the tests in the file of each rule fail
// when that rule is switched off.
func TestTestsOfARuleFailWithoutIt(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped with -short: runs the tests of every rule again")
	}
	if os.Getenv(switchedOff) != "" {
		t.Skip("skipped: this is such a run")
	}
	for _, r := range All() {
		t.Run(r.Name, func(t *testing.T) {
			t.Parallel()
			file := strings.ReplaceAll(r.Name, "-", "_") + "_test.go"
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("the rule has no test of its own: %v", err)
			}
			var names []string
			for _, m := range testName.FindAllStringSubmatch(string(source), -1) {
				names = append(names, m[1])
			}
			run := "^(" + strings.Join(names, "|") + ")$"
			if out, err := testsRun(run, r.Name); err == nil {
				t.Errorf("all of %s pass without the rule:\n%s", run, out)
			}
		})
	}
}

// testsRun runs some tests of this package with a rule switched off.
func testsRun(names, off string) (string, error) {
	cmd := exec.Command(os.Args[0], "-test.run", names)
	cmd.Env = append(os.Environ(), switchedOff+"="+off)
	out, err := cmd.CombinedOutput()
	return string(out), err
}
