// Package layout follows the templates of pages to what they come to: the partials that they call and the interface
// strings that they may ask for.
package layout

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Folder holds the templates, relative to the root of the checkout.
const Folder = "layouts"

// First are the templates that Hugo begins with for pages made from records, by the folder of their address, and for
// what the finder reads. Those of texts and of lists are not among them.
var First = map[string][]string{
	"country":   {"baseof.html", "countries/page.html", "all.feed.xml"},
	"indicator": {"baseof.html", "indicators/page.html"},
	"region":    {"baseof.html", "regions/page.html"},
	"compare":   {"baseof.html", "compare/page.html"},
	"changes":   {"baseof.html", "changes/page.html", "all.feed.xml"},
	"sources":   {"baseof.html", "sources.html"},
	"embed":     {"embed/page.html"},
	"finder":    {"_partials/finder/site.html"},
}

// Read gives every template without its comments, by its path below Folder.
func Read(fsys fs.FS) (map[string]string, error) {
	templates := map[string]string{}
	err := fs.WalkDir(fsys, Folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		templates[strings.TrimPrefix(name, Folder+"/")] = comment.ReplaceAllString(string(text), "")
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	return templates, nil
}

var (
	comment = regexp.MustCompile(`(?s)\{\{-? ?/\*.*?\*/ ?-?\}\}`)
	calls   = regexp.MustCompile(`[^.\w](?:partial|partialCached|"partial") ("?)([\w/.-]*)`)
)

// Reached gives the templates that some come to, themselves included, by name; partials that are named as elsewhere
// are not followed. It is an error to call a partial that there is not, or one that only the data name.
func Reached(templates map[string]string, first, elsewhere []string) (map[string]string, error) {
	found, next := map[string]string{}, slices.Clone(first)
	for len(next) > 0 {
		name := next[0]
		next = next[1:]
		if _, known := found[name]; known {
			continue
		}
		text, exists := templates[name]
		if !exists {
			return nil, fmt.Errorf("there is no %s/%s", Folder, name)
		}
		found[name] = text
		for _, call := range calls.FindAllStringSubmatch(text, -1) {
			if call[1] == "" {
				return nil, fmt.Errorf("%s/%s calls a partial that only its data name", Folder, name)
			}
			if !slices.Contains(elsewhere, call[2]) {
				next = append(next, path.Join("_partials", call[2]))
			}
		}
	}
	return found, nil
}

// InTexts are the templates that texts come to, wherever they are shown: shortcodes and those of links and tables.
func InTexts(templates map[string]string) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(templates)), func(name string) bool {
		return !strings.HasPrefix(name, "_shortcodes/") && !strings.HasPrefix(name, "_markup/")
	})
}
