package edition_test

import (
	"os"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/edition"
	"github.com/harm-reduction-atlas/atlas/tools/internal/rule"
)

// breaches gives what the rule finds.
func breaches(d *dataset.Dataset) []string {
	var found []string
	edition.Rule.Check(d, func(at csvfile.Pos, _, what, want string) {
		found = append(found, rule.Finding{Pos: at, Level: edition.Rule.Level, Rule: edition.Rule.Name, Found: what, Want: want}.String())
	})
	return found
}

func TestRule(t *testing.T) {
	const card, archive = "data/editions/2026.1.toml", "data/editions/2026.1.zip"
	replace := func(name, old, new string) func(*testing.T, string) {
		return func(t *testing.T, root string) {
			data, err := os.ReadFile(root + "/" + name)
			if err != nil || !strings.Contains(string(data), old) {
				t.Fatalf("%s does not hold %q: %v", name, old, err)
			}
			write(t, root, name, strings.Replace(string(data), old, new, 1))
		}
	}
	remove := func(name string) func(*testing.T, string) {
		return func(t *testing.T, root string) {
			if err := os.Remove(root + "/" + name); err != nil {
				t.Fatal(err)
			}
		}
	}
	edited := func(number, date string) func(*testing.T, string) {
		return func(t *testing.T, root string) { write(t, root, dataset.EditionFile, identity(number, date)) }
	}
	for _, test := range []struct {
		name  string
		spoil func(*testing.T, string)
		want  string // of the only finding; "" for none
	}{
		{"as released", func(*testing.T, string) {}, ""},
		{"the next edition begins", edited("2026.2", "2026-12-24"), ""},
		{"one byte of the archive", replace(archive, "CITATION.cff", "CITATION.cfg"), archive + ":1:1: error edition-frozen: SHA-256 "},
		{"an archive cut short", func(t *testing.T, root string) { write(t, root, archive, "PK") }, archive + ":1:1: error edition-frozen: 2 bytes where the card says "},
		{"no archive", remove(archive), archive + ":1:1: error edition-frozen: a card without its archive"},
		{"no card", remove(card), archive + ":1:1: error edition-frozen: an archive without its card"},
		{"a card of another edition", replace(card, `"2026.1"`, `"2026.2"`), archive + `:1:1: error edition-frozen: a card that says number "2026.2"`},
		{"a card without a day", replace(card, `"2026-11-22"`, `"soon"`), archive + `:1:1: error edition-frozen: a card with the date "soon"`},
		{"a number that is none", func(t *testing.T, root string) { write(t, root, "data/editions/draft.zip", "PK") },
			`data/editions/draft.zip:1:1: error edition-frozen: an edition called "draft"`},
		{"a number of the past", edited("2025.4", "2025-12-24"), `data/edition.toml:1:1: error edition-frozen: number "2025.4", but 2026.1 is frozen already`},
		{"another date for the same number", edited("2026.1", "2026-12-24"), "data/edition.toml:2:1: error edition-frozen: edition 2026.1 with the date 2026-12-24; want its date 2026-11-22"},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := checkout(t, "2026.1", "2026-11-22")
			released(t, root)
			test.spoil(t, root)
			found := breaches(dataset.Load(os.DirFS(root)))
			switch {
			case test.want == "" && len(found) > 0:
				t.Errorf("found %q", found)
			case test.want != "" && (len(found) != 1 || !strings.HasPrefix(found[0], test.want)):
				t.Errorf("found %q, want %q", found, test.want)
			}
		})
	}
}
