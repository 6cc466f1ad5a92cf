package templates_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/change"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// frozenTiny builds the tiny site after two editions were frozen, of which the newest differs
// from what is concluded now in these rows.
func frozenTiny(t *testing.T, changes ...change.Change) rendered {
	t.Helper()
	pages := tinyPages(t)
	files := []site.FrozenFile{{Path: ".zenodo.json", Bytes: 900, SHA256: strings.Repeat("1", 64)}, {Path: "data/v1/latest.csv", Bytes: 320584, SHA256: strings.Repeat("2", 64)},
		{Path: "data/v1/indicators/nsp.csv", Bytes: 9, SHA256: strings.Repeat("3", 64)}, {Path: "embed/a-former-one/index.html", Bytes: 9, SHA256: strings.Repeat("5", 64)}, {Path: "embed/nsp/index.html", Bytes: 9, SHA256: strings.Repeat("4", 64)}}
	pages.Editions = []site.FrozenEdition{
		{Number: "2026.1", Date: "2026-11-22", Title: "Tiny Atlas", Publisher: "Tiny & Sons", SHA256: strings.Repeat("a", 64), Bytes: 2939193, Files: files},
		{Number: "2025.1", Date: "2025-01-31", Title: "Tinier Atlas", Publisher: "Sons", SHA256: strings.Repeat("b", 64), Bytes: 12345, Files: files[:2]},
	}
	pages.Since("2026.1", changes)
	records, err := pages.Encode().Files()
	if err != nil {
		t.Fatal(err)
	}
	return built(t, func(files map[string]string) {
		for name, data := range records {
			files["build/data/"+name] = string(data)
		}
	})
}

func TestEditionsAreListed(t *testing.T) {
	r := frozenTiny(t)
	var rows []string
	for _, row := range All(First(r.page("editions/index.html"), Tag("tbody")), Tag("tr")) {
		text := Attr(First(row, Tag("a")), "href")
		for _, cell := range All(row, Tag("th", "td")) {
			text += " | " + Text(cell)
		}
		rows = append(rows, text)
	}
	want := []string{"/editions/2026.1/ | Edition 2026.1 | November 22, 2026 | 2026.1.zip (2.9 MB)",
		"/editions/2025.1/ | Edition 2025.1 | January 31, 2025 | 2025.1.zip (13 KB)"}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// The page of an edition is about that edition, whatever has become of the atlas since.
func TestEditionHasAPage(t *testing.T) {
	r := frozenTiny(t)
	page := r.page("editions/2025.1/index.html")
	if got := Text(First(page, Tag("title"))); got != "Edition 2025.1 – Atlas of Harm Reduction" {
		t.Errorf("title %q", got)
	}
	if got := Text(First(page, Class("citation"))); !strings.HasPrefix(got, "Sons (2025). Tinier Atlas (Edition 2025.1) [Data set]. ") || !strings.HasSuffix(got, "/editions/2025.1/") {
		t.Errorf("citation %q", got)
	}
	if got := Text(First(page, Tag("pre"))); got != strings.Repeat("b", 64)+" 2025.1.zip" {
		t.Errorf("checksum of the archive %q", got)
	}
	addresses := map[string]bool{}
	for _, a := range All(r.page("editions/2026.1/index.html"), Tag("a")) {
		addresses[Attr(a, "href")] = true
	}
	for _, want := range []string{"/editions/2026.1.zip", "/editions/2026.1/.zenodo.json", "/editions/2026.1/data/v1/latest.csv", "/editions/2026.1/CITATION.cff",
		"/editions/2026.1/data/v1/indicators/nsp.csv", "/editions/2026.1/maps/nsp.svg", "/editions/2026.1/embed/nsp/", "/editions/"} {
		if !addresses[want] {
			t.Errorf("no link to %s", want)
		}
	}
	// An indicator of the edition that is none any more comes last, by its id.
	var names []string
	for _, row := range All(First(r.page("editions/2026.1/index.html"), Is("aria-labelledby", "by-indicator"), Tag("section")), Tag("th")) {
		if Attr(row, "scope") == "row" {
			names = append(names, Text(row))
		}
	}
	if diff := cmp.Diff([]string{"Needle and syringe programmes", "a-former-one"}, names); diff != "" {
		t.Errorf("indicators (-want +got):\n%s", diff)
	}
}

// Before the first edition there is a page all the same, which says so.
func TestNoEditionYet(t *testing.T) {
	r := built(t, unchanged)
	page := r.page("editions/index.html")
	if got := Text(First(page, Tag("article"))); !strings.Contains(got, "No edition is frozen yet. The current data are edition 2026.1 in the making.") || len(All(page, Tag("table"))) > 0 {
		t.Errorf("%q", got)
	}
	if codes := embedCodes(r); len(codes) != 1 || !strings.Contains(codes[0], `/embed/nsp/"`) {
		t.Errorf("codes to embed: %q", codes)
	}
	if r := r.text("country/ken/index.html"); strings.Contains(r, "since") {
		t.Error("a profile speaks of an edition that does not exist")
	}
}

// An indicator offers two codes: the map as it is, and as the newest edition has it.
func TestTwoCodesToEmbed(t *testing.T) {
	r := frozenTiny(t)
	codes := embedCodes(r)
	if len(codes) != 2 || !strings.Contains(codes[0], `"/embed/nsp/"`) || !strings.Contains(codes[1], `"/editions/2026.1/embed/nsp/"`) {
		t.Errorf("codes to embed: %q", codes)
	}
	if codes := All(First(r.page("indicator/oat/index.html"), Class("embed-code")), Tag("code")); len(codes) != 1 {
		t.Errorf("%d codes for an indicator that the edition does not have; want one", len(codes))
	}
}

func embedCodes(r rendered) []string {
	var codes []string
	for _, code := range All(First(r.page("indicator/nsp/index.html"), Class("embed-code")), Tag("code")) {
		codes = append(codes, Text(code))
	}
	return codes
}

// What has changed since the newest edition stands beside the answer, on the profile and in the
// table of the indicator.
func TestWhatHasChangedIsSaid(t *testing.T) {
	row := func(indicator, status string, year int) *change.Row {
		return &change.Row{Key: change.Key{Indicator: indicator, Country: "KEN"}, Period: year, StatedPeriod: year, Status: status}
	}
	number := func(basis, value string) *change.Row {
		r := row("women-in-treatment", "value", 2019)
		r.Basis, r.Value = basis, value
		return r
	}
	of := func(old, new *change.Row) change.Change {
		if old != nil {
			return change.Change{Key: old.Key, Old: old, New: new}
		}
		return change.Change{Key: new.Key, New: new}
	}
	r := frozenTiny(t,
		of(row("nsp", "no", 2020), row("nsp", "yes", 2024)),
		of(nil, row("oat", "yes", 2008)),
		of(number("sample", "35"), number("sample", "40")),
		of(number("clients", "20"), nil),
		of(row("peer-naloxone", "yes", 2022), nil))
	profile := r.page("country/ken/index.html")
	said := func(indicator string) (list []string) {
		for _, n := range All(First(profile, Is("id", indicator)), Class("since")) {
			list = append(list, Text(n)+" "+Attr(n, "href"))
		}
		return list
	}
	const page = " /editions/2026.1/"
	for indicator, want := range map[string][]string{
		"nsp":                {"Changed since edition 2026.1: was No, 2020." + page},
		"oat":                {"New since edition 2026.1." + page},
		"women-in-treatment": {"Edition 2026.1 said otherwise: 20 %, 2019. Nothing is concluded any more." + page, "Changed since edition 2026.1: was 35 %, 2019." + page},
		"peer-naloxone":      {"Edition 2026.1 said otherwise: Yes, 2022. Nothing is concluded any more." + page},
		"dcr":                nil,
	} {
		if diff := cmp.Diff(want, said(indicator)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", indicator, diff)
		}
	}
	if got := Text(First(First(r.page("indicator/nsp/index.html"), Is("id", "ken")), Class("since"))); got != "Changed since edition 2026.1: was No, 2020." {
		t.Errorf("table: %q", got)
	}
	if got := Text(First(First(r.page("indicator/peer-naloxone/index.html"), Is("id", "ken")), Class("since"))); !strings.HasPrefix(got, "Edition 2026.1 said otherwise: Yes, 2022.") {
		t.Errorf("table: %q", got)
	}
	if n := len(All(r.page("country/nru/index.html"), Class("since"))); n > 0 {
		t.Errorf("%d sentences on a profile without changes", n)
	}
}
