package templates_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// The log says what was wrong, since when, what is said now, by which publication, and who
// noticed if they want it known.
func TestCorrections(t *testing.T) {
	r := built(t, unchanged)
	want := []string{
		", 2024. The atlas said no data, from edition 2026.1 on; since November 20, 2026 it says no. Noticed by Ana <Lind>.",
		"Kenya · NSP sites, 2023. The atlas said 10–20 sites, from October 31, 2026 on; since November 2, 2026 it says 1 site. Noticed by somebody who is not named here. Counted twice.",
	}
	const name = `“Côte d'Ivoire” & <b>"Кот-д’Ивуар"</b>, 科特迪瓦: a name that is much longer than any line of a table should have to hold`
	want[0] = name + " · NSP" + want[0]
	var got []string
	list := First(r.page("changes/corrections/index.html"), Class("change-list"))
	for _, n := range All(list, Tag("li")) {
		got = append(got, Text(First(n, Tag("p"))))
		if source := First(n, Class("source")); Attr(source, "href") == "" || Text(First(n, Class("locator"))) == "" {
			t.Errorf("%s names no source", Attr(n, "id"))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	f := r.feed("changes/corrections/feed.xml")
	if len(f.Entries) != 2 || f.Entries[1].Title != "Corrected: Kenya, Sites of needle and syringe programmes, 2023" || f.Entries[1].ID != "urn:uuid:7b9cbac8-42fb-8825-a41f-a2e8a134b8e0" {
		t.Errorf("feed %+v", f.Entries)
	}
}

// A log without an entry says so, and how to report a mistake.
func TestNoCorrections(t *testing.T) {
	page := built(t, func(files map[string]string) { files["build/data/corrections.json"] = "[]" }).page("changes/corrections/index.html")
	section := First(page, Tag("section"), Is("aria-labelledby", "log"))
	if got := Text(First(section, Tag("p"))); got != "So far nothing that was published has had to be corrected." {
		t.Errorf("%q", got)
	}
	if links := All(First(page, Tag("section"), Is("aria-labelledby", "report")), Tag("a")); len(links) < 3 {
		t.Errorf("%d ways to report a mistake", len(links))
	}
}
