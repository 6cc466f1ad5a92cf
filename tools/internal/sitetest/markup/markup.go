// Package markup finds the elements of an HTML page that a test speaks of.
package markup

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Match tells whether an element is meant.
type Match func(*html.Node) bool

// All gives the elements below a node that match every condition, in the order of the page.
func All(below *html.Node, conditions ...Match) []*html.Node {
	var found []*html.Node
	for n := range below.Descendants() {
		if n.Type == html.ElementNode && matches(n, conditions) {
			found = append(found, n)
		}
	}
	return found
}

// First gives the first element that All finds, or an empty one if there is none, so that a
// test tells what is missing instead of breaking off.
func First(below *html.Node, conditions ...Match) *html.Node {
	if found := All(below, conditions...); len(found) > 0 {
		return found[0]
	}
	return &html.Node{Type: html.ElementNode}
}

// Closest gives the element itself or its nearest ancestor that matches; nil if none does.
func Closest(n *html.Node, conditions ...Match) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && matches(n, conditions) {
			return n
		}
	}
	return nil
}

func matches(n *html.Node, conditions []Match) bool {
	return !slices.ContainsFunc(conditions, func(m Match) bool { return !m(n) })
}

// Tag matches elements with one of these names.
func Tag(names ...string) Match {
	return func(n *html.Node) bool { return slices.Contains(names, n.Data) }
}

// Has matches elements with an attribute.
func Has(key string) Match {
	return func(n *html.Node) bool { return HasAttr(n, key) }
}

// Is matches elements whose attribute has this value.
func Is(key, value string) Match {
	return func(n *html.Node) bool { return HasAttr(n, key) && Attr(n, key) == value }
}

// Class matches elements of a class.
func Class(name string) Match {
	return func(n *html.Node) bool {
		for class := range strings.FieldsSeq(Attr(n, "class")) { // a list of them would be most of what tests allocate
			if class == name {
				return true
			}
		}
		return false
	}
}

// Attr gives the value of an attribute; "" if there is none.
func Attr(n *html.Node, key string) string {
	i := slices.IndexFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
	if i < 0 {
		return ""
	}
	return n.Attr[i].Val
}

// HasAttr tells whether an element has an attribute, be it empty.
func HasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// Text gives the words below a node with single spaces.
func Text(n *html.Node) string {
	var words strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			words.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(words.String()), " ")
}
