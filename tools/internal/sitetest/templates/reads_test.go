package templates_test

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shared are records that are part of what every page depends on, as site.Reads says.
var shared = []string{"hugo.Data.atlas", "hugo.Data.directory", "hugo.Data.measures", "hugo.Data.cited", "hugo.Data.followed", "hugo.Data.remarks",
	"hugo.Data.maps.patterns", "record directory"}

// Pages made from a record are not made again while what site.Reads names stays the same. So their
// templates may read nothing else: whoever lets one read more says so there, and here.
func TestPagesReadWhatTheyAreSaidToDependOn(t *testing.T) {
	lookedUp := reads{"_partials/fn/record.html": {"hugo.Data"}} // whose callers are listed by kind
	base := []string{"baseof.html"}
	tests := []struct {
		page      string
		templates []string
		// elsewhere are partials that such a page never comes to.
		elsewhere []string
		want      reads
	}{
		{"country", append(base, "countries/page.html", "all.feed.xml"),
			[]string{"data/indicator.html", "data/dataset.html", "data/catalog.html", "feed/correction.html", "feed/difference.html"},
			reads{
				"countries/page.html":               {"record countries"}, // its own, as below
				"_partials/fn/description.html":     {"record countries"},
				"_partials/feed/changes.html":       {"hugo.Data.changes", "hugo.Data.changes.world", "record countries"}, // of pages of changes
				"_partials/feed/entries.html":       {"hugo.Data.changes.editions", "hugo.Data.corrections"},              // of pages with a layout
				"_partials/atlas/core-row.html":     {"record core"},                                                      // its own, and of those beside it
				"_partials/profile/context.html":    {"hugo.Data.context"},                                                // of its region
				"_partials/profile/neighbours.html": {"hugo.Data.members"},                                                // of its region
			}},
		{"indicator", append(base, "indicators/page.html"), []string{"data/dataset.html", "data/catalog.html"}, reads{
			"indicators/page.html":                 {"record indicators"}, // its own, as below
			"_partials/data/indicator.html":        {"record indicators"},
			"_partials/fn/description.html":        {"record countries"}, // of profiles
			"_partials/atlas/embed.html":           {"hugo.Data.editions"},
			"_partials/atlas/figure.html":          {"hugo.Data.maps.world", "hugo.Data.maps.world.boxes"},
			"_partials/atlas/indicator-table.html": {"hugo.Data.members"},
			"_partials/atlas/definition.html":      {"hugo.Data.terms"},
		}},
		{"region", append(base, "regions/page.html"), []string{"data/indicator.html", "data/dataset.html", "data/catalog.html"}, reads{
			"regions/page.html":                  {"record regions"},   // its own
			"_partials/fn/description.html":      {"record countries"}, // of profiles
			"_partials/atlas/region-figure.html": {"hugo.Data.maps.regions", "record lead"},
			"_partials/atlas/core-row.html":      {"record core"},
			"_partials/region/countries.html":    {"hugo.Data.members"},
			"_partials/region/totals.html":       {"hugo.Data.context"},
			"_partials/region/printed.html":      {"hugo.Data.printed"},
		}},
		{"compare", append(base, "compare/page.html"), []string{"data/indicator.html", "data/dataset.html", "data/catalog.html"}, reads{
			"compare/page.html":             {"hugo.Data.members", "record regions"}, // its own
			"_partials/fn/description.html": {"record countries"},                    // of profiles
			"_partials/compare/row.html":    {"record countries"},                    // of those that are compared
		}},
		{"embed", []string{"embed/page.html"}, nil, reads{
			"embed/page.html": {"hugo.Data.maps.world", "record indicators"}, // its own
		}},
		{"sources", append(base, "sources.html"), []string{"data/indicator.html", "data/dataset.html", "data/catalog.html"}, reads{
			"sources.html":                       {"hugo.Data.totals.observations", "hugo.Data.totals.sources"},
			"_partials/reference/tiers.html":     {"hugo.Data.evidence.tiers"},
			"_partials/reference/by-letter.html": {"hugo.Data.sources"},
			"_partials/fn/description.html":      {"record countries"}, // of profiles
		}},
		{"changes", append(base, "changes/page.html", "all.feed.xml"),
			[]string{"data/indicator.html", "data/dataset.html", "data/catalog.html", "feed/correction.html", "feed/difference.html"},
			reads{
				"changes/page.html":             {"hugo.Data.changes"}, // its own, as in the feed
				"_partials/feed/changes.html":   {"hugo.Data.changes", "hugo.Data.changes.world", "record countries"},
				"_partials/feed/entries.html":   {"hugo.Data.changes.editions", "hugo.Data.corrections"}, // of pages with a layout
				"_partials/fn/description.html": {"record countries"},                                    // of profiles
			}},
	}
	layouts := tree(t, "layouts")
	for _, test := range tests {
		t.Run(test.page, func(t *testing.T) {
			got := reads{}
			for name, text := range reached(t, layouts, test.templates, test.elsewhere) {
				if found := readsOf(text); len(found) > 0 {
					got[name] = found
				}
				if m := elseRead.FindString(text); m != "" {
					t.Errorf("%s reads %q, of which site.Reads knows nothing", name, m)
				}
			}
			if test.page != "embed" || got["_partials/fn/record.html"] != nil {
				maps.Copy(test.want, lookedUp)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("what the templates read beside what all pages may, -want +got:\n%s", diff)
			}
		})
	}
}

// Such pages show texts, which may ask for any record, in few places; who keeps pages knows.
func TestPagesShowTextsInThreePlaces(t *testing.T) {
	layouts, found := tree(t, "layouts"), map[string]bool{}
	for _, templates := range [][]string{{"countries/page.html"}, {"indicators/page.html"}, {"regions/page.html"}, {"compare/page.html"}, {"embed/page.html"}, {"changes/page.html"}, {"sources.html"}, {"baseof.html", "all.feed.xml"}} {
		for name, text := range reached(t, layouts, templates, nil) {
			if shownText.MatchString(text) {
				found[name] = true
			}
		}
	}
	want := []string{"_partials/atlas/definition.html", "_partials/profile/notes.html", "sources.html"}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(found))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// reads are the records that templates read, by template.
type reads map[string][]string

var (
	comment   = regexp.MustCompile(`(?s)\{\{-? ?/\*.*?\*/ ?-?\}\}`)
	calls     = regexp.MustCompile(`[^.\w](?:partial|partialCached|"partial") ("?)([\w/.-]*)`)
	readings  = regexp.MustCompile(`hugo\.Data[\w.]*|"fn/record\.html" \(dict "kind" "(\w+)"`)
	elseRead  = regexp.MustCompile(`\b(?:[sS]ite\.Data|readFile|readDir|fileExists|os\.\w+|getenv|GetRemote|now|time\.Now)\b`)
	shownText = regexp.MustCompile(`\.(?:Content\b|ContentWithoutSummary|Summary|Plain|RenderString|RenderShortcodes|Render\b)`)
)

// reached gives the templates that some come to, by name, without their comments.
func reached(t *testing.T, layouts map[string]string, templates, elsewhere []string) map[string]string {
	t.Helper()
	found, next := map[string]string{}, slices.Clone(templates)
	for len(next) > 0 {
		name := next[0]
		next = next[1:]
		text, exists := layouts[path.Join("layouts", name)]
		if _, known := found[name]; known {
			continue
		}
		if !exists {
			t.Fatalf("there is no layouts/%s", name)
		}
		found[name] = comment.ReplaceAllString(text, "")
		for _, call := range calls.FindAllStringSubmatch(found[name], -1) {
			if call[1] == "" {
				t.Errorf("%s calls a partial that only its data name", name)
			} else if !slices.Contains(elsewhere, call[2]) {
				next = append(next, "_partials/"+call[2])
			}
		}
	}
	return found
}

// readsOf gives what a template reads, less what all pages may.
func readsOf(text string) []string {
	found := map[string]bool{}
	for _, m := range readings.FindAllStringSubmatch(text, -1) {
		what := strings.TrimSuffix(m[0], ".")
		if m[1] != "" {
			what = "record " + m[1]
		}
		if !slices.ContainsFunc(shared, func(s string) bool { return what == s || strings.HasPrefix(what, s+".") }) {
			found[what] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}
