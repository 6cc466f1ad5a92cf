package issueform

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// keys are the keys that a map may have, each with its kind; "!" marks those that it must have.
type keys map[string]string

// checker collects what is wrong.
type checker struct{ faults []error }

func (c *checker) addf(format string, args ...any) {
	c.faults = append(c.faults, fmt.Errorf(format, args...))
}

// check holds a map to its keys.
func (c *checker) check(at string, m map[string]any, allowed keys) {
	for _, key := range slices.Sorted(maps.Keys(m)) {
		if kind, ok := allowed[key]; !ok {
			c.addf("%s: %q is not a permitted key", at, key)
		} else if want := strings.TrimSuffix(kind, "!"); !is(m[key], want) {
			c.addf("%s: %q must be a %s", at, key, want)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(allowed)) {
		if _, ok := m[key]; !ok && strings.HasSuffix(allowed[key], "!") {
			c.addf("%s: required key %q is missing", at, key)
		}
	}
}

// truth matches the words that YAML 1.1, which GitHub reads, takes for a truth value.
var truth = regexp.MustCompile(`(?i)^(y|yes|n|no|true|false|on|off)$`)

func is(value any, kind string) bool {
	switch v := value.(type) {
	case string:
		return kind == "text" && strings.TrimSpace(v) != "" && !truth.MatchString(v)
	case bool:
		return kind == "bool"
	case uint64:
		return kind == "number"
	case []any:
		return kind == "list" && len(v) > 0
	case map[string]any:
		return kind == "map"
	}
	return false
}

// options holds the choices of a dropdown or of checkboxes apart.
func (c *checker) options(at string, said map[string]any) {
	list, _ := said["options"].([]any)
	seen := map[string]bool{}
	for _, one := range list {
		label, _ := one.(string)
		if box, ok := one.(map[string]any); ok {
			c.check(at+".options", box, keys{"label": "text!", "required": "bool"})
			label = text(box, "label")
		}
		if seen[label] || truth.MatchString(label) || strings.EqualFold(label, "none") || label == "" {
			c.addf("%s: option %q is there twice, reserved, or no text", at, label)
		}
		seen[label] = true
	}
}

// unique holds ids and labels apart and free of words that attackers use.
func (c *checker) unique(fields []Field) {
	seen := map[string]bool{}
	for _, f := range fields {
		for _, name := range []string{"id " + f.ID, "label " + f.Label} {
			if seen[name] {
				c.addf("%s is there twice", name)
			}
			seen[name] = true
		}
		if strings.Contains(strings.ToLower(f.Label), "password") {
			c.addf("label %q asks for a secret", f.Label)
		}
	}
}

// Chooser is what stands beside the forms on the page where one is chosen.
type Chooser struct {
	Blank bool // whether an issue may be opened without a form
	Links []Link
}

// Link leads elsewhere from the page where a form is chosen.
type Link struct{ Name, URL, About string }

// ReadChooser reads config.yml; the error names everything that GitHub would refuse.
func ReadChooser(data []byte) (Chooser, error) {
	root, err := document(data)
	if err != nil {
		return Chooser{}, err
	}
	c := &checker{}
	c.check("config", root, keys{"blank_issues_enabled": "bool", "contact_links": "list"})
	chooser := Chooser{Blank: root["blank_issues_enabled"] != false}
	links, _ := root["contact_links"].([]any)
	for i, one := range links {
		m, _ := one.(map[string]any)
		at := fmt.Sprintf("contact_links[%d]", i)
		c.check(at, m, keys{"name": "text!", "url": "text!", "about": "text!"})
		link := Link{text(m, "name"), text(m, "url"), text(m, "about")}
		if !strings.HasPrefix(link.URL, "https://") {
			c.addf("%s: %q is no address of a page", at, link.URL)
		}
		chooser.Links = append(chooser.Links, link)
	}
	return chooser, errors.Join(c.faults...)
}
