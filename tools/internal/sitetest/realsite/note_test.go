package realsite_test

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// The notes that people wrote are on the profiles of their countries and nowhere else. Each is
// short, names its publications, which lead back to it, and is followed by what the data say on its subject.
func TestNotesStandOnTheirProfiles(t *testing.T) {
	s, f := Built(t), newFaults(t)
	written := map[string]int{}
	for _, n := range s.Data.Notes {
		if !n.IsShared() && n.Lang() == "en" {
			written["/country/"+n.Name()+"/"] = len(n.Indicators)
		}
	}
	if len(written) < 9 {
		t.Errorf("only %d notes", len(written))
	}
	for _, p := range s.Pages {
		notes, indicators := All(p.Doc, Class("note-by-people")), written[p.Path]
		if len(notes) != min(1, indicators) {
			f.addf("%s has %d notes", p.Path, len(notes))
			continue
		}
		for _, note := range notes {
			if n := sentences(note); n < 2 || n > 5 {
				f.addf("%s: a note of %d sentences; want two to five", p.Path, n)
			}
			sources := All(note, Class("source"))
			if len(sources) == 0 {
				f.addf("%s: a note without a source", p.Path)
			}
			for _, link := range sources {
				listed := First(s.Page("/sources/").Doc, Is("id", strings.TrimPrefix(Attr(link, "href"), "/sources/#")))
				if len(All(listed, Is("href", p.Path+"#note"))) != 1 {
					f.addf("%s: the list of sources does not lead back from %s", p.Path, Attr(link, "href"))
				}
			}
			if n := len(All(note, Has("data-status"))); n != indicators {
				f.addf("%s: the data on %d subjects under the note; want %d", p.Path, n, indicators)
			}
		}
	}
}

var endOfSentence = regexp.MustCompile(`[.?!]['’”]?(\s|$)`)

// sentences counts those of a note's own paragraphs.
func sentences(note *html.Node) int {
	n := 0
	for _, p := range All(note, Tag("p"), func(n *html.Node) bool { return !HasAttr(n, "class") }) {
		n += len(endOfSentence.FindAllString(Text(p), -1))
	}
	return n
}

// No sentence of a note stands in two files: what several notes say has one home.
func TestNotesDoNotRepeatEachOther(t *testing.T) {
	home := map[string]string{}
	for _, n := range Built(t).Data.Notes {
		for _, sentence := range endOfSentence.Split(n.Text, -1) {
			if sentence = strings.TrimSpace(sentence); sentence == "" {
				continue
			}
			if other := home[sentence]; other != "" {
				t.Errorf("%s and %s say alike: %q", other, n.Path, sentence)
			}
			home[sentence] = n.Path
		}
	}
}
