package templates_test

import (
	"regexp"
	"slices"
	"testing"
)

var (
	kept    = regexp.MustCompile(`(?s)\$key := printf "[^"]*" (.*?) -\}\}.*?partial "([\w/.-]+)" \. `)
	actions = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	fields  = regexp.MustCompile(`[\s(]\.([a-z]\w*)`)
)

// What is kept in the store of the site is kept under all that it is made of: else an answer would be shown in the
// words of another.
func TestWhatIsKeptIsKeptUnderAllThatItReads(t *testing.T) {
	layouts, found := tree(t, "layouts"), 0
	for name, text := range layouts {
		m := kept.FindStringSubmatch(comment.ReplaceAllString(text, ""))
		if m == nil {
			continue
		}
		found++
		under := []string{"d", "n"} // figures of a number, which is printed whole
		for _, field := range fields.FindAllStringSubmatch(" "+m[1], -1) {
			under = append(under, field[1])
		}
		made := comment.ReplaceAllString(layouts["layouts/_partials/"+m[2]], "")
		if made == "" {
			t.Errorf("%s keeps what %s makes, which does not exist", name, m[2])
		}
		for _, action := range actions.FindAllString(made, -1) {
			for _, field := range fields.FindAllStringSubmatch(action, -1) {
				if !slices.Contains(under, field[1]) {
					t.Errorf("%s keeps what %s makes without regard to %s", name, m[2], field[1])
				}
			}
		}
	}
	if want := 3; found != want { // places, numbers and answers
		t.Errorf("%d partials keep what others make; want %d, or the pattern that finds them must change", found, want)
	}
}
