package templates_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

// The file in which the finder looks things up holds every name once: the page's own first, then
// those in other languages, other and former ones; and those by which people call an indicator.
func TestNamesOfTheFinder(t *testing.T) {
	r := built(t, unchanged)
	choice := First(r.page("compare/index.html"), Class("choice"))
	var index struct {
		Words map[string]string
		Lists [][]any
	}
	if err := json.Unmarshal([]byte(r.text(strings.TrimPrefix(Attr(choice, "data-index"), "/"))), &index); err != nil {
		t.Fatal(err)
	}
	if got := index.Words["found"]; !strings.Contains(got, "{n}") || !strings.Contains(got, "{first}") {
		t.Errorf("words %q", index.Words)
	}
	lists := map[string][]any{}
	for _, list := range index.Lists {
		lists[list[0].(string)] = list[1].([]any)
	}
	want := map[string]any{
		"country/":   []any{"nru", "NR", "Nauru", "NRU"}, // no name in other languages: its key
		"region/":    []any{"oceania", "", "Oceania"},
		"indicator/": []any{"drug-checking", "Drug checking", "Drug checking", "pill testing", "drug testing service"},
	}
	for folder, entry := range want {
		found := false
		for _, got := range lists[folder] {
			found = found || cmp.Equal(entry, got)
		}
		if !found {
			t.Errorf("%s does not hold %q but %q", folder, entry, lists[folder])
		}
	}
}
