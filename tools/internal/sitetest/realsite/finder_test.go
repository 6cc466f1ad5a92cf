package realsite_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// Without script the finder is a list of every country, and shows no field that does nothing.
func TestFinderIsAListWithoutScript(t *testing.T) {
	finder := First(Built(t).Page("/").Doc, Class("finder"))
	if n := len(All(finder, Tag("li"), Has("data-find"))); n != 243 {
		t.Errorf("%d countries", n)
	}
	if field := First(finder, Class("finder-field")); !HasAttr(field, "hidden") {
		t.Error("the field is there without script")
	}
}

// With script it narrows the list by name, other name or code, with or without accents.
func TestFinderNarrowsTheList(t *testing.T) {
	ctx, home := visit(t, Built(t))
	if err := chromedp.Do(ctx, open(home+"/", looks[0])); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		typed string
		found []string
		said  string
	}{
		{"kenya", []string{"Kenya"}, "Found: 1"},
		{"KEN", []string{"Kenya"}, "Found: 1"},
		{" cote d", []string{"Côte d’Ivoire"}, "Found: 1"},
		{"ivory", []string{"Côte d’Ivoire"}, "Found: 1"},
		{"atlantis", []string{}, "No country matches. Try another spelling, or a code such as KEN."},
	}
	for _, test := range tests {
		t.Run(test.typed, func(t *testing.T) {
			script := fmt.Sprintf(`{ const field = document.getElementById('finder-input');
				field.value = %q; field.dispatchEvent(new Event('input'));
				[[...document.querySelectorAll('.finder li a')].filter(a => a.checkVisibility()).map(a => a.textContent),
					[document.getElementById('finder-count').textContent]] }`, test.typed)
			got, err := chromedp.Run(ctx, chromedp.Evaluate[[][]string](script))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([][]string{test.found, {test.said}}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
