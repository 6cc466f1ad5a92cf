package templates_test

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/layout"
)

// shared are records that are part of what every page depends on, as site.Reads says.
var shared = []string{"hugo.Data.atlas", "hugo.Data.directory", "hugo.Data.measures", "hugo.Data.cited", "hugo.Data.followed", "hugo.Data.remarks",
	"hugo.Data.maps.patterns", "record directory"}

// Pages made from a record are not made again while what site.Reads names stays the same. So their
// templates may read nothing else: whoever lets one read more says so there, and here.
func TestPagesReadWhatTheyAreSaidToDependOn(t *testing.T) {
	lookedUp := reads{"_partials/fn/record.html": {"hugo.Data"}} // whose callers are listed by kind
	tests := []struct {
		page string
		// elsewhere are partials that such a page never comes to.
		elsewhere []string
		want      reads
	}{
		{"country", []string{"data/indicator.html", "data/dataset.html", "data/catalog.html", "feed/correction.html", "feed/difference.html"},
			reads{
				"countries/page.html":               {"record countries"}, // its own, as below
				"_partials/fn/description.html":     {"record countries"},
				"_partials/feed/changes.html":       {"hugo.Data.changes", "hugo.Data.changes.world", "record countries"}, // of pages of changes
				"_partials/feed/entries.html":       {"hugo.Data.changes.editions", "hugo.Data.corrections"},              // of pages with a layout
				"_partials/atlas/core-row.html":     {"record core"},                                                      // its own, and of those beside it
				"_partials/profile/context.html":    {"hugo.Data.context"},                                                // of its region
				"_partials/profile/neighbours.html": {"hugo.Data.members"},                                                // of its region
			}},
		{"indicator", []string{"data/dataset.html", "data/catalog.html"}, reads{
			"indicators/page.html":                 {"record indicators"}, // its own, as below
			"_partials/data/indicator.html":        {"record indicators"},
			"_partials/fn/description.html":        {"record countries"}, // of profiles
			"_partials/atlas/embed.html":           {"hugo.Data.editions"},
			"_partials/atlas/figure.html":          {"hugo.Data.maps.world", "hugo.Data.maps.world.boxes"},
			"_partials/atlas/indicator-table.html": {"hugo.Data.members"},
			"_partials/atlas/definition.html":      {"hugo.Data.terms"},
		}},
		{"region", []string{"data/indicator.html", "data/dataset.html", "data/catalog.html"}, reads{
			"regions/page.html":                  {"record regions"},   // its own
			"_partials/fn/description.html":      {"record countries"}, // of profiles
			"_partials/atlas/region-figure.html": {"hugo.Data.maps.regions", "record lead"},
			"_partials/atlas/core-row.html":      {"record core"},
			"_partials/region/countries.html":    {"hugo.Data.members"},
			"_partials/region/totals.html":       {"hugo.Data.context"},
			"_partials/region/printed.html":      {"hugo.Data.printed"},
		}},
		{"compare", []string{"data/indicator.html", "data/dataset.html", "data/catalog.html"}, reads{
			"compare/page.html":             {"hugo.Data.members", "record regions"}, // its own
			"_partials/fn/description.html": {"record countries"},                    // of profiles
			"_partials/compare/row.html":    {"record countries"},                    // of those that are compared
		}},
		{"embed", nil, reads{
			"embed/page.html": {"hugo.Data.maps.world", "record indicators"}, // its own
		}},
		{"sources", []string{"data/indicator.html", "data/dataset.html", "data/catalog.html"}, reads{
			"sources.html":                       {"hugo.Data.totals.observations", "hugo.Data.totals.sources"},
			"_partials/reference/tiers.html":     {"hugo.Data.evidence.tiers"},
			"_partials/reference/by-letter.html": {"hugo.Data.sources"},
			"_partials/fn/description.html":      {"record countries"}, // of profiles
		}},
		{"changes", []string{"data/indicator.html", "data/dataset.html", "data/catalog.html", "feed/correction.html", "feed/difference.html"},
			reads{
				"changes/page.html":             {"hugo.Data.changes"}, // its own, as in the feed
				"_partials/feed/changes.html":   {"hugo.Data.changes", "hugo.Data.changes.world", "record countries"},
				"_partials/feed/entries.html":   {"hugo.Data.changes.editions", "hugo.Data.corrections"}, // of pages with a layout
				"_partials/fn/description.html": {"record countries"},                                    // of profiles
			}},
	}
	layouts := templates(t)
	for _, test := range tests {
		t.Run(test.page, func(t *testing.T) {
			got := reads{}
			for name, text := range reached(t, layouts, layout.First[test.page], test.elsewhere) {
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

// Such pages show the bodies of texts, which may ask for any record, in few places; who keeps pages knows which texts
// these are.
func TestPagesShowTextsInThreePlaces(t *testing.T) {
	layouts, found := templates(t), map[string][]string{}
	for page, first := range layout.First {
		for name, text := range reached(t, layouts, first, nil) {
			if shownText.MatchString(text) {
				found[page] = append(found[page], name)
			}
		}
	}
	want := map[string][]string{"country": {"_partials/profile/notes.html"}, "indicator": {"_partials/atlas/definition.html"}, "sources": {"sources.html"}}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// reads are the records that templates read, by template.
type reads map[string][]string

var (
	readings  = regexp.MustCompile(`hugo\.Data[\w.]*|"fn/record\.html" \(dict "kind" "(\w+)"`)
	elseRead  = regexp.MustCompile(`\b(?:[sS]ite\.Data|readFile|readDir|fileExists|os\.\w+|getenv|GetRemote|now|time\.Now)\b`)
	shownText = regexp.MustCompile(`\.(?:Content\b|ContentWithoutSummary|Summary|Plain|RenderString|RenderShortcodes|Render\b)`)
)

// reached gives the templates that some come to, by name, without their comments.
func reached(t *testing.T, layouts map[string]string, first, elsewhere []string) map[string]string {
	t.Helper()
	found, err := layout.Reached(layouts, first, elsewhere)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// templates reads the real ones, without their comments.
func templates(t *testing.T) map[string]string {
	t.Helper()
	all, err := layout.Read(os.DirFS(checkout))
	if err != nil {
		t.Fatal(err)
	}
	return all
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
