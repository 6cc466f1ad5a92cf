package templates_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	keptUnder = regexp.MustCompile(`(?s)\$key := printf "([a-z]+) [^"]*" (.*?) -\}\}.*?partial "([\w/.-]+)" \. `)
	keptAs    = regexp.MustCompile(`(?s)site\.Store\.Get \.says -\}\}.*?partial "([\w/.-]+)" \. `)
	actions   = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	fields    = regexp.MustCompile(`[\s(]\$?\.([a-z]\w*)`)
	passedOn  = regexp.MustCompile(`partial "([\w/.-]+)" \. `)
)

// What is kept in the store of the site is kept under all that it is made of: else an answer would be shown in the
// words of another.
func TestWhatIsKeptIsKeptUnderAllThatItReads(t *testing.T) {
	layouts := templates(t)
	// lookedUp are the members of records that the templates find by what stands in the key.
	lookedUp := map[string][]string{
		"place":  nil,
		"number": {"d", "n"}, // figures of a number, which is printed whole
		"beside": {"region", "counts", "spreads", "year", "source", "locator"},
		"says":   {"unit"},
	}
	found := map[string]bool{}
	check := func(name, what, made string, under []string) {
		t.Helper()
		found[what] = true
		for field, in := range readFields(layouts, made) {
			if !slices.Contains(slices.Concat(under, lookedUp[what]), field) {
				t.Errorf("%s keeps what %s makes without regard to %s, which %s reads", name, made, field, in)
			}
		}
		if layouts["_partials/"+made] == "" {
			t.Errorf("%s keeps what %s makes, which does not exist", name, made)
		}
	}
	for name, text := range layouts {
		if m := keptUnder.FindStringSubmatch(text); m != nil {
			var under []string
			for _, field := range fields.FindAllStringSubmatch(" "+m[2], -1) {
				under = append(under, field[1])
			}
			check(name, m[1], m[3], under)
		}
		if m := keptAs.FindStringSubmatch(text); m != nil {
			check(name, "says", m[1], said)
		}
	}
	for what := range lookedUp {
		if !found[what] {
			t.Errorf("no partial keeps %q any more, or the patterns that find them must change", what)
		}
	}
	if len(found) > len(lookedUp) {
		t.Errorf("found %v, of which this test does not know what they look up", found)
	}
}

// said are the fields of which package site makes the key of an answer; its own tests hold it to them.
var said = []string{"state", "year", "inferred", "stale", "earlier", "number", "indicator"}

// readFields gives the fields that a partial and those that it passes its context on to read, and which of them does.
func readFields(layouts map[string]string, partial string) map[string]string {
	read := map[string]string{}
	text := layouts["_partials/"+partial]
	for _, action := range actions.FindAllString(text, -1) {
		for _, field := range fields.FindAllStringSubmatch(strings.TrimPrefix(action, "{{"), -1) {
			read[field[1]] = partial
		}
		for _, other := range passedOn.FindAllStringSubmatch(action, -1) {
			for field, in := range readFields(layouts, other[1]) {
				read[field] = in
			}
		}
	}
	return read
}
