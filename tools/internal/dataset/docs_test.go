package dataset_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

const guide = "../../../data/README.md"

// chapters splits the guide for maintainers at its headings: heading → text below it.
func chapters(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	heading := regexp.MustCompile("(?m)^#{2,3} `?([^`\n]+)`?$")
	marks := heading.FindAllSubmatchIndex(text, -1)
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		found[string(text[m[2]:m[3]])] = string(text[m[1]:end])
	}
	return found
}

// described is a column as the guide describes it.
type described struct {
	Name   string
	Always bool
}

// keyLine is the sentence in which the guide names the key of a file.
var keyLine = regexp.MustCompile("Key: ((?:`[a-z0-9_]+`(?:, )?)+)\\.")

var columnRow = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| (always)? ?\\| .+ \\|$")

// The guide names every data file, with every column in its order, and no other.
func TestGuideDescribesEveryColumn(t *testing.T) {
	guide := chapters(t)
	for _, f := range dataset.Files {
		t.Run(f.Path, func(t *testing.T) {
			var want, got []described
			for _, c := range f.Columns {
				want = append(want, described{c.Name, c.Required})
			}
			for _, m := range columnRow.FindAllStringSubmatch(guide[f.Path], -1) {
				got = append(got, described{m[1], m[2] == "always"})
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("columns in %s (-schema +guide):\n%s", f.Path, diff)
			}
			key := ""
			if m := keyLine.FindStringSubmatch(guide[f.Path]); m != nil {
				key = strings.ReplaceAll(m[1], "`", "")
			}
			if want := strings.Join(f.Key, ", "); key != want {
				t.Errorf("the guide calls %q the key of %s; want %q", key, f.Path, want)
			}
		})
	}
}

// Every heading that is a path is a file of the data set.
func TestGuideDescribesNoOtherFile(t *testing.T) {
	for heading := range chapters(t) {
		known := slices.ContainsFunc(dataset.Files, func(f dataset.File) bool { return f.Path == heading })
		if strings.HasPrefix(heading, "data/") && !known {
			t.Errorf("%s is described, but no file of the data set", heading)
		}
	}
}

// Each vocabulary stands in the guide word for word and in its order.
func TestGuideExplainsEveryWord(t *testing.T) {
	guide := chapters(t)
	bullet := regexp.MustCompile("(?m)^- `([^`]+)`")
	for heading, want := range map[string][]string{
		"Answers": dataset.Answers, "Confidence": dataset.Confidences, "Tiers": dataset.Tiers,
		"Basis": slices.Concat(dataset.NationalBases, dataset.PartialBases),
		"Kinds": dataset.Kinds, "Units": dataset.Units, "Groups": dataset.Groups, "Palettes": dataset.Palettes, "Limits": dataset.Limits,
		"Remarks on countries": dataset.StatusNotes, "Names": dataset.NameKinds, "Languages": dataset.Languages, "Areas": dataset.Drawn,
	} {
		var got []string
		for _, m := range bullet.FindAllStringSubmatch(guide[heading], -1) {
			got = append(got, m[1])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("words under %s (-schema +guide):\n%s", heading, diff)
		}
	}
}

// The row that the guide explains stands in the data.
func TestGuideShowsARealRow(t *testing.T) {
	shown := regexp.MustCompile("(?s)```csv ([a-z-]+)\n(.+?\n)```").FindStringSubmatch(chapters(t)["A good row, cell by cell"])
	if shown == nil {
		t.Fatal("no row of a named file")
	}
	data, err := os.ReadFile("../../../data/observations/" + shown[1] + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "\n"+shown[2]) {
		t.Errorf("%s.csv does not hold the row\n%s", shown[1], shown[2])
	}
}
