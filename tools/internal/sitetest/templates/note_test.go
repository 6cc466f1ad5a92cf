package templates_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

const noteOnKenya = `+++
title = "A day at the centre"
author = "A. Writer"
date = 2026-11-20
sources = ["news", "review"]
indicators = ["oat", "peer-naloxone"]
shared = ["project"]
+++
Seen from nearby, see [the method](/method).
`

const sharedText = `+++
date = 2026-11-19
sources = ["ministry", "news"]
+++
One project ran in two countries.
`

func withNotes(notes map[string]string) func(map[string]string) {
	return func(files map[string]string) {
		for name, text := range notes {
			files["content/countries/"+name] = text
		}
	}
}

// A note stands on the profile with its author, every source once, and what the data say on its
// subject, even if that is nothing. It changes neither the page's address nor the site's pages.
func TestNoteStandsBesideTheData(t *testing.T) {
	notes := map[string]string{"ken.md": noteOnKenya, "shared/project.md": sharedText}
	r := built(t, withNotes(notes))
	note := First(r.page("country/ken/index.html"), Class("note-by-people"))
	if got := Text(First(note, Tag("h2"))); got != "A day at the centre" {
		t.Errorf("title %q", got)
	}
	var lines []string
	for _, n := range All(note, Tag("p", "li")) {
		lines = append(lines, Text(n))
	}
	want := []string{
		"A note by A. Writer, November 20, 2026",
		"One project ran in two countries.",
		"Seen from nearby, see the method.",
		"Sources: Rapport annuel (2024); A visit to the centre (undated); The \"great\" review & more, second edition (2024).",
		"What the data say about it:",
		"Opioid agonist therapy: Yes, last reported 2008",
		"Naloxone given out by peers: No data",
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, n := range All(note, Has("data-status")) {
		if link := Closest(n, Tag("a")); Attr(link, "href") != "#"+Attr(n, "data-indicator") {
			t.Errorf("%s leads to %s", Attr(n, "data-indicator"), Attr(link, "href"))
		}
	}
	plain, with := addresses(built(t, unchanged)), addresses(r)
	if diff := cmp.Diff(plain, with); diff != "" {
		t.Errorf("pages of the site without and with notes (-without +with):\n%s", diff)
	}
}

// addresses gives those of the site map, which names every page.
func addresses(r rendered) []string {
	var list []string
	for _, part := range strings.Split(r.text("sitemap.xml"), "<loc>")[1:] {
		address, _, _ := strings.Cut(part, "<")
		list = append(list, address)
	}
	slices.Sort(list)
	return list
}

func TestNoteOfTheEditorsWithOneSource(t *testing.T) {
	note := strings.NewReplacer("author = \"A. Writer\"\n", "", `, "review"`, "", "shared = [\"project\"]\n", "").Replace(noteOnKenya)
	shown := Text(First(built(t, withNotes(map[string]string{"ken.md": note})).page("country/ken/index.html"), Class("note-by-people")))
	for _, want := range []string{"A note by the editors, November 20, 2026", "Source: A visit to the centre (undated)."} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not in %q", want, shown)
		}
	}
}

func TestProfileWithoutANote(t *testing.T) {
	r := built(t, withNotes(map[string]string{"civ.md": strings.Replace(noteOnKenya, "shared = [\"project\"]\n", "", 1)}))
	if n := len(All(r.page("country/ken/index.html"), Class("note-by-people"))); n > 0 {
		t.Errorf("%d notes on Kenya", n)
	}
	if n := len(All(r.page("country/civ/index.html"), Class("note-by-people"))); n != 1 {
		t.Errorf("%d notes on Côte d’Ivoire", n)
	}
}

// What a note names and the site does not have stops the build.
func TestNoteThatLeadsNowhereStopsTheBuild(t *testing.T) {
	for old, c := range map[string][2]string{
		`"review"`:  {`"revue"`, `no source "revue"`},
		"](/method": {"](/methods", `no page for the link "/methods"`},
	} {
		files := tiny(t)
		maps.Copy(files, map[string]string{
			"content/countries/ken.md":            strings.Replace(noteOnKenya, old, c[0], 1),
			"content/countries/shared/project.md": sharedText,
		})
		if _, err := render(t, files); err == nil || !strings.Contains(err.Error(), c[1]) {
			t.Errorf("got %v; want an error with %s", err, c[1])
		}
	}
}
