package dataset_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

const noteHead = "+++\ntitle = \"T\"\ndate = 2026-11-22\nsources = [\"hri-2024\"]\nindicators = [\"nsp\"]\n+++\n"

func TestNotes(t *testing.T) {
	tests := []struct {
		name, file, text string
		want             dataset.Note
		called, lang     string
		shared           bool
	}{
		{"a note", "content/countries/ken.md", noteHead + "\nText.\n",
			dataset.Note{Title: "T", Date: "2026-11-22", Sources: []string{"hri-2024"}, Indicators: []string{"nsp"}, Text: "Text."}, "ken", "en", false},
		{"in another language, by somebody", "content/countries/ken.fr.md", "+++\ntitle = \"T\"\nauthor = \"A. B.\"\ndate = \"2026-11-22\"\n+++\nTexte.",
			dataset.Note{Title: "T", Author: "A. B.", Date: "2026-11-22", Text: "Texte."}, "ken", "fr", false},
		{"a text that several share", "content/countries/shared/project.md", "+++\nsources = [\"hri-2024\"]\n+++\nText.\n",
			dataset.Note{Sources: []string{"hri-2024"}, Text: "Text."}, "project", "en", true},
		{"nothing but a text", "content/countries/ken.md", "Text.", dataset.Note{Text: "Text."}, "ken", "en", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := load(test.file, test.text)
			if len(d.Faults) > 0 || len(d.Notes) != 1 {
				t.Fatalf("%d notes, faults %v", len(d.Notes), d.Faults)
			}
			n := d.Notes[0]
			test.want.Path = test.file
			if diff := cmp.Diff(test.want, n); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if n.Name() != test.called || n.Lang() != test.lang || n.IsShared() != test.shared {
				t.Errorf("called %q, in %q, shared %v", n.Name(), n.Lang(), n.IsShared())
			}
		})
	}
}

// The list of countries lies in the same folder and is no note.
func TestListOfCountriesIsNoNote(t *testing.T) {
	if d := load("content/countries/_index.md", "+++\ntitle = \"Countries\"\n+++\n"); len(d.Notes) > 0 {
		t.Errorf("notes: %+v", d.Notes)
	}
}

func TestHeadOfANoteThatCannotBeRead(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a missing quote", "+++\ntitle = \"T\ndate = 2026-11-22\n+++\nText.\n",
			"content/countries/ken.md:2:11: toml-syntax: basic strings cannot have new lines; want valid TOML"},
		{"a misspelt field", "+++\ntitle = \"T\"\nsource = [\"hri-2024\"]\n+++\nText.\n",
			`content/countries/ken.md:3:1: toml-syntax: the field "source"; want title, author, date, sources, indicators or shared`},
		{"a text in place of a list", "+++\nsources = \"hri-2024\"\n+++\nText.\n",
			`content/countries/ken.md:2:11: toml-syntax: the field "sources"; want a text in quotes, or a list of them such as ["nsp"]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := load("content/countries/ken.md", test.text)
			if len(d.Faults) != 1 {
				t.Fatalf("faults %v", d.Faults)
			}
			f := d.Faults[0]
			if got := f.Pos.String() + ": " + f.Rule + ": " + f.Found + "; want " + f.Want; got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
