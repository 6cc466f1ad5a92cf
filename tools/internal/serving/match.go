package serving

import (
	"fmt"
	"strings"
)

// Read reads a file that File wrote.
func Read(text string) ([]Rule, error) {
	var rules []Rule
	for n, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		header, indented := strings.CutPrefix(line, "  ")
		name, value, named := strings.Cut(header, ": ")
		switch {
		case !indented && strings.HasPrefix(line, "/"):
			rules = append(rules, Rule{Path: line})
		case indented && named && len(rules) > 0:
			last := &rules[len(rules)-1]
			last.Headers = append(last.Headers, Header{name, value})
		default:
			return nil, fmt.Errorf("line %d: %q is neither a path nor a header", n+1, line)
		}
	}
	return rules, nil
}

// For gives the headers of the file at an address, those of earlier rules first.
func For(rules []Rule, address string) []Header {
	var headers []Header
	for _, r := range rules {
		if r.matches(address) {
			headers = append(headers, r.Headers...)
		}
	}
	return headers
}

func (r Rule) matches(address string) bool {
	pattern, parts := strings.Split(r.Path, "/"), strings.Split(address, "/")
	for i, want := range pattern {
		switch {
		case want == "*" && i == len(pattern)-1:
			return i < len(parts)
		case i >= len(parts):
			return false
		case strings.HasPrefix(want, ":") && parts[i] != "":
		case want != parts[i]:
			return false
		}
	}
	return len(parts) == len(pattern)
}
