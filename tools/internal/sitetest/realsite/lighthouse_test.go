package realsite_test

import (
	"encoding/json"
	"flag"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/sitetest"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

var lighthouse = flag.Bool("lighthouse", false, "have Lighthouse judge five pages; scores are told with -v")

// Lighthouse, as others judge sites, gives five kinds of pages full marks for access, good practice and
// being found. Speed depends on the machine that measures, and fails nobody.
func TestLighthouse(t *testing.T) {
	if !*lighthouse {
		t.Skip("skipped without -lighthouse: waits for a minute; axe and the budgets hold most of it in every run")
	}
	sitetest.NodePackage(t, "lighthouse")
	chromium, server := sitetest.Chromium(t), httptest.NewServer(asServed(Built(t)))
	defer server.Close()
	categories := []string{"accessibility", "best-practices", "seo"}
	args := []string{chromium, strings.Join(append(categories, "performance"), ",")}
	for _, path := range []string{"/", "/indicator/nsp/", "/country/ken/", "/compare/western-europe/", "/ar/topics/women/"} {
		args = append(args, server.URL+path)
	}
	lines := strings.Split(strings.TrimSpace(sitetest.Script(t, "lighthouse.mjs", args...)), "\n")
	if len(lines) != len(args)-2 {
		t.Fatalf("%d pages, want %d: %s", len(lines), len(args)-2, lines)
	}
	for _, line := range lines {
		var page struct {
			Address string
			Scores  map[string]int
			Below   []string
		}
		if err := json.Unmarshal([]byte(line), &page); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		t.Log(strings.TrimPrefix(line, server.URL))
		for _, category := range categories {
			if page.Scores[category] != 100 {
				t.Errorf("%s: %s %d; want 100: %q", strings.TrimPrefix(page.Address, server.URL), category, page.Scores[category], page.Below)
			}
		}
	}
}
