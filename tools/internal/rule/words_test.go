package rule

import (
	"strings"
	"testing"
)

func TestOneOf(t *testing.T) {
	for want, words := range map[string][]string{"": nil, "a": {"a"}, "a or b": {"a", "b"}, "a, b or c": {"a", "b", "c"}} {
		if got := oneOf(words); got != want {
			t.Errorf("oneOf(%q) = %q; want %q", words, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{"implid", "implied"}, {"STATED", "stated"}, {"sttaed", "stated"}, {"derivd", "derived"}, {"deri", ""}, {"guess", ""}, {"", ""}, {"x", ""}, {"è", ""},
		{strings.Repeat("stated", 100), ""},
	} {
		if got := nearest(c.got, []string{"stated", "implied", "derived"}); got != c.want {
			t.Errorf("nearest to %q is %q; want %q", c.got, got, c.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		limit int
		want  int
	}{
		{"", "", 3, 0}, {"ab", "ab", 3, 0}, {"ab", "ba", 3, 1}, {"abc", "ac", 3, 1}, {"abc", "xyz", 3, 3}, {"abcdef", "a", 3, 3}, {"kitten", "sitting", 9, 3},
	} {
		if got := distance(c.a, c.b, c.limit); got != c.want {
			t.Errorf("distance %q to %q below %d = %d; want %d", c.a, c.b, c.limit, got, c.want)
		}
	}
}

func TestQuoteCutsLongTexts(t *testing.T) {
	if got, want := quote(strings.Repeat("é", 61)), `"`+strings.Repeat("é", 59)+`…"`; got != want {
		t.Errorf("got %s; want %s", got, want)
	}
}
