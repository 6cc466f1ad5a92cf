package markup_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
)

const page = `<main><p class="said quiet">One <b>word</b>
  and <svg><path class="area" d="M0 0"/></svg> more</p><p id="two" hidden>Two</p></main>`

func doc(t *testing.T) *html.Node {
	t.Helper()
	n, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestAll(t *testing.T) {
	tests := []struct {
		name       string
		conditions []Match
		want       int
	}{
		{"every element, those that the parser adds too", nil, 9},
		{"by name", []Match{Tag("p")}, 2},
		{"by two names", []Match{Tag("p", "b")}, 3},
		{"by class", []Match{Class("quiet")}, 1},
		{"a class in a drawing", []Match{Class("area")}, 1},
		{"half a class", []Match{Class("qui")}, 0},
		{"an empty attribute", []Match{Has("hidden")}, 1},
		{"a value", []Match{Is("id", "two")}, 1},
		{"a value that is absent", []Match{Is("id", "")}, 0},
		{"both", []Match{Tag("p"), Has("hidden")}, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := len(All(doc(t), test.conditions...)); got != test.want {
				t.Errorf("%d elements, want %d", got, test.want)
			}
		})
	}
}

func TestFirst(t *testing.T) {
	if got := Text(First(doc(t), Tag("p"))); got != "One word and more" {
		t.Errorf("%q", got)
	}
	if got := First(doc(t), Tag("table")); Text(got) != "" || Attr(got, "id") != "" || len(All(got)) != 0 {
		t.Errorf("found %v", got)
	}
}

func TestClosest(t *testing.T) {
	b := First(doc(t), Tag("b"))
	if Closest(b, Tag("b")) != b {
		t.Error("an element is not the closest to itself")
	}
	if n := Closest(b, Tag("p")); n == nil || Attr(n, "class") != "said quiet" {
		t.Error("the paragraph around it is not found")
	}
	if Closest(b, Tag("table")) != nil {
		t.Error("found a table that is not there")
	}
}

func TestText(t *testing.T) {
	if got := Text(First(doc(t), Tag("p"))); got != "One word and more" {
		t.Errorf("%q", got)
	}
}
