package wording_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/wording"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name    string
		entries []string
		text    string
		want    []string
	}{
		{"a word", []string{"junkie"}, "Not a junkie.", []string{"junkie"}},
		{"in capitals", []string{"junkie"}, "JUNKIE", []string{"JUNKIE"}},
		{"a part of a word is none", []string{"abuse"}, "disabused", nil},
		{"any ending", []string{"addict*"}, "addiction and addicts, not an addendum", []string{"addiction", "addicts"}},
		{"any beginning", []string{"*متعاط*"}, "والمتعاطين", []string{"والمتعاطين"}},
		{"a beginning without an ending", []string{"*user"}, "superuser users", []string{"superuser"}},
		{"several words", []string{"drug abuse*"}, "drug use, then drug abusers", []string{"drug abusers"}},
		{"across a line end and a hyphen", []string{"drug abuse*"}, "drug\nabuse, drug-abuse", []string{"drug\nabuse", "drug-abuse"}},
		{"cut off at the end", []string{"drug abuse"}, "a drug", nil},
		{"accents matter in French", []string{"drogué*"}, "des drogues, un drogué", []string{"drogué"}},
		{"ё and е are one", []string{"заключён*"}, "заключенные", []string{"заключенные"}},
		{"Arabic vowels make no difference", []string{"مدمن"}, "مُدمِن", []string{"مُدمِن"}},
		{"an apostrophe parts words", []string{"héroïnomane*"}, "l’héroïnomane", []string{"héroïnomane"}},
		{"of two entries the longer", []string{"abuse", "drug abuse"}, "drug abuse, then abuse", []string{"drug abuse", "abuse"}},
		{"an entry without a word", []string{"", "*"}, "anything", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, m := range wording.New(c.entries).Find(c.text) {
				got = append(got, c.text[m.Start:m.End])
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// FuzzFind holds that no input panics and that what is found lies in the text.
func FuzzFind(f *testing.F) {
	f.Add("drug abuse*", "Drug\xffabuse")
	f.Add("*ё*", "Ё")
	f.Fuzz(func(t *testing.T, entry, text string) {
		for _, m := range wording.New([]string{entry}).Find(text) {
			if m.Start < 0 || m.Start >= m.End || m.End > len(text) {
				t.Errorf("%q in %q: found at %d to %d", entry, text, m.Start, m.End)
			}
		}
	})
}
