package rule

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// oneReplaced is a file system in which one file has another text.
type oneReplaced struct {
	fs.FS
	name, text string
}

func (o oneReplaced) ReadFile(name string) ([]byte, error) {
	if name == o.name {
		return []byte(o.text), nil
	}
	return fs.ReadFile(o.FS, name)
}

// The guide for maintainers shows mistakes with the findings that they cause. Each block holds
// rows, each after its file, and the finding; its line number is left out of the comparison.
func TestGuideShowsRealFindings(t *testing.T) {
	root := os.DirFS("../../..")
	guide, err := fs.ReadFile(root, "data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```finding\n(.+?)\n```").FindAllSubmatch(guide, -1)
	if len(blocks) < 10 {
		t.Fatalf("%d findings in the guide; want at least 10", len(blocks))
	}
	for _, block := range blocks {
		lines := strings.Split(string(block[1]), "\n")
		want := lines[len(lines)-1]
		t.Run(want, func(t *testing.T) {
			file, rows := "", []string(nil)
			for _, line := range lines[:len(lines)-1] {
				name, row, _ := strings.Cut(line, " ")
				file, rows = "data/observations/"+name, append(rows, row)
			}
			got := found(t, root, file, rows...)
			if !containsBut(got, want) {
				t.Errorf("the rows cause\n%s\nnot\n%s", strings.Join(got, "\n"), want)
			}
		})
	}
}

// The rows that people are told to imitate keep every rule.
func TestContributorsAreShownAGoodRow(t *testing.T) {
	root := os.DirFS("../../..")
	text, err := fs.ReadFile(root, "CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile(`(?m)^ *([A-Z]{3},\d{4},.*)$`).FindAllSubmatch(text, -1)
	if len(rows) == 0 {
		t.Fatal("no row in CONTRIBUTING.md")
	}
	const file = "data/observations/nsp.csv"
	for _, row := range rows {
		for _, f := range found(t, root, file, string(row[1])) {
			t.Errorf("%s\n%s", row[1], f)
		}
	}
}

// found gives what is found in a file of observations that holds only these rows.
func found(t *testing.T, root fs.FS, file string, rows ...string) []string {
	t.Helper()
	text := strings.Join(columnsOf(t), ",") + "\n" + strings.Join(rows, "\n") + "\n"
	var all []string
	for _, f := range checked(dataset.Load(oneReplaced{root, file, text}), All()) {
		if f.File == file && f.Line > 1 {
			all = append(all, f.String())
		}
	}
	return all
}

func columnsOf(t *testing.T) []string {
	t.Helper()
	spec, ok := dataset.FileFor("data/observations/nsp.csv")
	if !ok {
		t.Fatal("no description of observations")
	}
	var names []string
	for _, c := range spec.Columns {
		names = append(names, c.Name)
	}
	return names
}

// containsBut tells whether one of the lines is the wanted one but for its line number.
func containsBut(lines []string, want string) bool {
	number := regexp.MustCompile(`^([^:]+):\d+:`)
	for _, line := range lines {
		if number.ReplaceAllString(line, "$1:") == number.ReplaceAllString(want, "$1:") {
			return true
		}
	}
	return false
}
