package layout

import (
	"regexp"
	"strings"
)

// Asked are the interface strings that templates may ask for.
type Asked struct {
	keys, begins map[string]bool
}

var quoted = regexp.MustCompile(`"([\w%-]+)"`)

// AskedIn gives the strings that templates may ask for: those whose key is written out in one of them, and those whose
// key begins as one that is put together there ("status_%s"). More than one letter of such a key must be written out.
func AskedIn(templates map[string]string) Asked {
	asked := Asked{map[string]bool{}, map[string]bool{}}
	for _, text := range templates {
		for _, m := range quoted.FindAllStringSubmatch(text, -1) {
			begin, _, open := strings.Cut(m[1], "%")
			if open = open || strings.HasSuffix(begin, "_"); open && len(begin) > 1 {
				asked.begins[begin] = true
			}
			asked.keys[m[1]] = true
		}
	}
	return asked
}

// For tells whether the templates may ask for a string.
func (a Asked) For(key string) bool {
	if a.keys[key] {
		return true
	}
	for begin := range a.begins {
		if strings.HasPrefix(key, begin) {
			return true
		}
	}
	return false
}
