package proposal_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/proposal"
)

func tiny() *dataset.Dataset {
	return dataset.Load(os.DirFS(filepath.Join("..", "..", "atlas", "testdata", "tiny")))
}

// body writes answers as the host of the issue does.
func body(answers map[string]string) string {
	var out strings.Builder
	for field, label := range proposal.Labels {
		answer := answers[field]
		if answer == "" {
			answer = "_No response_"
		}
		out.WriteString("### " + label + "\r\n\r\n" + answer + "\r\n\r\n")
	}
	return out.String()
}

func TestRead(t *testing.T) {
	want := proposal.Proposal{"country": "Kenya", "indicator": "nsp", "proposed": "Yes", "period": "2024", "source": "https://example.org/2024", "locator": "p. 3, row ‘Kenya’"}
	if diff := cmp.Diff(want, proposal.Read(body(want))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := proposal.Read("An issue without the form."); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestAnswer(t *testing.T) {
	for _, test := range []struct {
		name    string
		answers map[string]string
		want    []string
		not     string
	}{
		{"all is known", map[string]string{"country": "Kenya", "indicator": "nsp", "proposed": "Yes", "period": "2024", "source": "https://example.org/2024", "locator": "p. 3"},
			[]string{"set 'KEN' 'nsp' 'yes' --period '2024' --source 'hri-gshr-2024' --locator 'p. 3' --confidence stated"}, "- "},
		{"a new publication", map[string]string{"country": "KEN", "indicator": "nsp", "proposed": "no", "period": "2024", "source": "https://example.org/new", "locator": "p. 3"},
			[]string{"--source 'SOURCE'", "source add"}, ""},
		{"next to nothing", map[string]string{"country": "Atlantis"},
			[]string{"not one that the atlas knows", "not an id", "“What it should say” was left empty"}, ""},
		{"an attempt to break out", map[string]string{"country": "KEN'; rm -rf / #", "indicator": "nsp", "proposed": "$(whoami)", "period": "`id`", "locator": "a\u202eb\x1b[0m````"},
			[]string{`'KEN'\''; rm -rf / #'`, "'$(whoami)'"}, "\x1b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := proposal.Read(body(test.answers)).Answer(tiny())
			for _, want := range test.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %q in:\n%s", want, got)
				}
			}
			command := strings.Split(got, "````")
			if len(command) != 3 || (test.not != "" && strings.Contains(strings.ReplaceAll(got, "--", ""), test.not)) {
				t.Errorf("got:\n%s", got)
			}
		})
	}
}

// Whatever people write, a shell sees it as words of one command and carries nothing out.
func FuzzAnswer(f *testing.F) {
	for _, text := range []string{"Kenya", "'; touch x; '", "$(id)", "a\nb", "\\", "### Indicator\n\nnsp"} {
		f.Add(text)
	}
	d := tiny()
	fence := regexp.MustCompile("(?s)````sh\n(.*)\n````")
	f.Fuzz(func(t *testing.T, text string) {
		answer := proposal.Read(body(map[string]string{"country": text, "locator": text})).Answer(d)
		m := fence.FindStringSubmatch(answer)
		if m == nil || strings.ContainsRune(m[1], '\n') {
			t.Fatalf("no command of one line in:\n%s", answer)
		}
		quoted := strings.Count(strings.ReplaceAll(m[1], `'\''`, ""), "'")
		if quoted != 12 {
			t.Errorf("%d quotation marks in %s", quoted, m[1])
		}
	})
}

// A shell agrees: each answer is one argument.
func TestShellSeesOneWord(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell here")
	}
	text := `it's "$HOME" \ ; & | <x> *`
	answer := proposal.Read(body(map[string]string{"locator": text})).Answer(tiny())
	command := strings.Split(strings.Split(answer, "--locator ")[1], " --confidence")[0]
	out, err := exec.Command(sh, "-c", "printf %s "+command).Output()
	if err != nil || string(out) != text {
		t.Errorf("got %q, %v; want %q", out, err, text)
	}
}

// The labels are those of the form: the host files the answers under them.
func TestLabelsAreThoseOfTheForm(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", ".github", "ISSUE_TEMPLATE", "value-correction.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var form struct {
		Body []struct {
			ID         string
			Attributes struct{ Label string }
		}
	}
	if err := yaml.Unmarshal(data, &form); err != nil {
		t.Fatal(err)
	}
	labels := map[string]string{}
	for _, field := range form.Body {
		if _, used := proposal.Labels[field.ID]; used {
			labels[field.ID] = field.Attributes.Label
		}
	}
	if diff := cmp.Diff(proposal.Labels, labels); diff != "" {
		t.Errorf("(-package +form):\n%s", diff)
	}
}
