package issueform_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/issueform"
)

const (
	checkout = "../../../.."
	folder   = checkout + "/.github/ISSUE_TEMPLATE"
)

// Each form asks for the address of a publication, and cannot be sent without one.
func TestFormsOfThisRepository(t *testing.T) {
	forms, err := issueform.Folder(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for file, f := range forms {
		if source, ok := f.Field("source"); !ok || !source.Required {
			t.Errorf("%s does not insist on a source", file)
		}
		names[f.Name] = true
	}
	if len(forms) < 3 || len(names) != len(forms) {
		t.Errorf("%d forms with %d names", len(forms), len(names))
	}
}

// Whoever finds no form that fits is told where to turn, without an account too; the addresses
// are those of the edition.
func TestChooserOfThisRepository(t *testing.T) {
	data, err := os.ReadFile(folder + "/config.yml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := issueform.ReadChooser(data)
	if err != nil {
		t.Fatal(err)
	}
	if c.Blank {
		t.Error("issues can be opened without a form")
	}
	edition := dataset.Load(os.DirFS(checkout)).Edition
	for _, link := range c.Links {
		if !strings.HasPrefix(link.URL, edition.URL) && !strings.HasPrefix(link.URL, edition.Repository+"/") {
			t.Errorf("%q leads to %s, which is neither the site nor the repository of data/edition.toml", link.Name, link.URL)
		}
	}
	if !slices.ContainsFunc(c.Links, func(l issueform.Link) bool { return strings.Contains(l.About, edition.Contact) }) {
		t.Errorf("no link tells of %s", edition.Contact)
	}
}

func TestWhatGitHubRefuses(t *testing.T) {
	const good = "name: Form\ndescription: D\nbody:\n- type: input\n  id: a\n  attributes:\n    label: A\n"
	if f, err := issueform.Read([]byte(good)); err != nil || len(f.Fields) != 1 || f.Fields[0] != (issueform.Field{ID: "a", Type: "input", Label: "A"}) {
		t.Fatalf("%+v, %v", f, err)
	}
	tests := []struct{ name, old, new, want string }{
		{"no YAML", "name: Form", "name: [", "no YAML"},
		{"a key twice", "name: Form", "name: Form\nname: Other", "no YAML"},
		{"two documents", "body:", "---\nbody:", "more than one document"},
		{"a short name", "Form", "F", "too short"},
		{"an unknown key", "description: D", "description: D\nabout: D", `form: "about" is not a permitted key`},
		{"a missing key", "description: D\n", "", `form: required key "description" is missing`},
		{"a truth value", "description: D", "description: Yes", `"description" must be a text`},
		{"an empty text", "description: D", "description: ' '", `"description" must be a text`},
		{"an unknown type", "type: input", "type: number", `body[0]: "number" is no type`},
		{"an id with a space", "id: a", "id: a b", `id "a b"`},
		{"an unknown attribute", "label: A", "label: A\n    rows: 3", `body[0].attributes: "rows" is not a permitted key`},
		{"no label", "label: A", "value: A", `required key "label" is missing`},
		{"an unknown limit", "label: A", "label: A\n  validations:\n    needed: true", `body[0].validations: "needed"`},
		{"a limit that is no truth value", "label: A", "label: A\n  validations:\n    required: always", `"required" must be a bool`},
		{"a label twice", "label: A", "label: A\n- type: input\n  id: b\n  attributes:\n    label: A", "label A is there twice"},
		{"an id twice", "label: A", "label: A\n- type: input\n  id: a\n  attributes:\n    label: B", "id a is there twice"},
		{"a forbidden word", "label: A", "label: Your password", "secret"},
		{"nothing to fill in", "type: input\n  id: a\n  attributes:\n    label: A", "type: markdown\n  attributes:\n    value: A", "no field"},
		{"a dropdown without choices", "type: input", "type: dropdown", `required key "options" is missing`},
		{"a choice twice", "type: input\n  id: a\n  attributes:", "type: dropdown\n  id: a\n  attributes:\n    options: [x, x]", `option "x"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			bad := strings.Replace(good, test.old, test.new, 1)
			if bad == good {
				t.Fatal("nothing was changed")
			}
			if _, err := issueform.Read([]byte(bad)); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v; want an error with %q", err, test.want)
			}
		})
	}
}

func TestChooserThatGitHubRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"blank_issues_enabled: maybe\n":                                      `"blank_issues_enabled" must be a bool`,
		"contact_links:\n- name: N\n  url: https://a.example\n":              `required key "about" is missing`,
		"contact_links:\n- name: N\n  url: mailto:a@b.example\n  about: A\n": "no address of a page",
	} {
		if _, err := issueform.ReadChooser([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v; want an error with %q", text, err, want)
		}
	}
}

func TestFormOfAFolderThatIsRefused(t *testing.T) {
	_, err := issueform.Folder(fstest.MapFS{"config.yml": {}, "a.yml": {Data: []byte("name: Form\n")}})
	if err == nil || !strings.HasPrefix(err.Error(), "a.yml: ") {
		t.Errorf("got %v; want an error about a.yml", err)
	}
}

func TestCheckLink(t *testing.T) {
	forms := map[string]issueform.Form{"a.yml": {Name: "Form", Fields: []issueform.Field{{ID: "country"}}}}
	for address, want := range map[string]string{
		"https://r.example/issues/new?template=a.yml&country=C%C3%B4te%20d%27Ivoire&title=T": "",
		"https://r.example/issues/new?template=b.yml":                                        `no form "b.yml"`,
		"https://r.example/issues/new?country=KEN":                                           `no form ""`,
		"https://r.example/issues/new?template=a.yml&place=KEN":                              `"place" is no field`,
		"https://r.example/issues/new?template=a.yml&country=":                               "would be filled in",
		"https://r.example/issues/new?template=a.yml&country=C%25C3%25B4te":                  "would be filled in",
		"https://other.example/issues/new?template=a.yml":                                    "does not open an issue",
		"https://r.example/issues/new?template=a.yml;country=KEN":                            "semicolon",
	} {
		err := issueform.CheckLink(address, "https://r.example", forms)
		if (want == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v; want %q", address, err, want)
		}
	}
}
