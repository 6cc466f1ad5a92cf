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
			file, rows := "", []string{strings.Join(columnsOf(t), ",")}
			for _, line := range lines[:len(lines)-1] {
				name, row, _ := strings.Cut(line, " ")
				file, rows = "data/observations/"+name, append(rows, row)
			}
			d := dataset.Load(oneReplaced{root, file, strings.Join(rows, "\n") + "\n"})
			var got []string
			for _, f := range Check(d, All()) {
				if f.File == file && f.Line > 1 {
					got = append(got, f.String())
				}
			}
			if !containsBut(got, want) {
				t.Errorf("the rows cause\n%s\nnot\n%s", strings.Join(got, "\n"), want)
			}
		})
	}
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
