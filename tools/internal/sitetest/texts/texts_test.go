// Package texts_test holds what people write in five languages together: the same strings, pages,
// places to go and figures in each.
package texts_test

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// checkout is the root of the module.
var checkout = os.DirFS("../../../..")

// english and others are the languages of the site.
var english, others = dataset.Languages[0], dataset.Languages[1:]

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := fs.ReadFile(checkout, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// pages gives the English pages that people write, by path.
func pages(t *testing.T) []string {
	t.Helper()
	var list []string
	err := fs.WalkDir(checkout, "content", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") && !translated.MatchString(name) {
			list = append(list, name)
		}
		return err
	})
	if err != nil || len(list) < 60 {
		t.Fatalf("%d pages, %v", len(list), err)
	}
	return list
}

// translated matches the names of pages that are not English.
var translated = regexp.MustCompile(`\.(` + strings.Join(others, "|") + `)\.md$`)

// in gives the name of a page in a language.
func in(page, lang string) string {
	if lang == english {
		return page
	}
	return strings.TrimSuffix(page, "md") + lang + ".md"
}

// text is a page taken apart.
type text struct {
	head map[string]any
	body string
}

func page(t *testing.T, name string) text {
	t.Helper()
	parts := strings.SplitN(read(t, name), "+++\n", 3)
	if len(parts) != 3 {
		t.Fatalf("%s has no front matter", name)
	}
	head := map[string]any{}
	if err := toml.Unmarshal([]byte(parts[1]), &head); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return text{head, parts[2]}
}

// Every page is there in every language, and none without its English.
func TestEveryPageIsWrittenInEveryLanguage(t *testing.T) {
	for _, name := range pages(t) {
		for _, lang := range others {
			if _, err := fs.Stat(checkout, in(name, lang)); err != nil {
				t.Error(err)
			}
		}
	}
	err := fs.WalkDir(checkout, "content", func(name string, _ fs.DirEntry, err error) error {
		if original := translated.ReplaceAllString(name, ".md"); original != name && !slices.Contains(pages(t), original) {
			t.Errorf("%s has no English page", name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
