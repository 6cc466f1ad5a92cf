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

func TestClosest(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{"implid", "implied"}, {"STATED", "stated"}, {"sttaed", "stated"}, {"derivd", "derived"}, {"deri", ""}, {"guess", ""}, {"", ""}, {"x", ""}, {"è", ""},
		{strings.Repeat("stated", 100), ""},
	} {
		if got := closest(c.got, []string{"stated", "implied", "derived"}); got != c.want {
			t.Errorf("closest to %q is %q; want %q", c.got, got, c.want)
		}
	}
}

func TestQuoteCutsLongTexts(t *testing.T) {
	if got, want := quote(strings.Repeat("é", 61)), `"`+strings.Repeat("é", 59)+`…"`; got != want {
		t.Errorf("got %s; want %s", got, want)
	}
}
