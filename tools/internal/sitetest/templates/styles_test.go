package templates_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// physical finds properties that name a side of the screen, and four sides of which left and right may differ.
var (
	physical  = regexp.MustCompile(`\b(?:(?:padding|margin|border)-(?:left|right)|(?:text-align|float): *(?:left|right))\b`)
	fourSides = regexp.MustCompile(`\b(?:padding|margin): *[^ ;}]+ +([^ ;}]+) +[^ ;}]+ +([^ ;}]+) *[;}]`)
)

// sideways lists what a style sheet says of left and right where it should speak of start and end.
func sideways(css string) []string {
	found := physical.FindAllString(css, -1)
	for _, m := range fourSides.FindAllStringSubmatch(css, -1) {
		if m[1] != m[2] {
			found = append(found, m[0])
		}
	}
	return found
}

// What stands left in English stands right in Arabic: styles speak of start and end.
func TestStylesAreMirrored(t *testing.T) {
	sheets, err := filepath.Glob(filepath.Join(checkout, "static", "css", "*.css"))
	if err != nil || len(sheets) == 0 {
		t.Fatalf("%d style sheets, %v", len(sheets), err)
	}
	for _, sheet := range sheets {
		css, err := os.ReadFile(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range sideways(string(css)) {
			t.Errorf("%s: %s; want start and end", filepath.Base(sheet), found)
		}
	}
	for css, want := range map[string]int{
		"a { padding: 1em 2em 1em 0 }": 1, "a { margin: 0 1px 0 1px; }": 0, "a { margin-left: 1px; float: right }": 2, "a { padding-inline: 0 1em }": 0,
	} {
		if got := sideways(css); len(got) != want {
			t.Errorf("%s: found %q, want %d", css, got, want)
		}
	}
}
