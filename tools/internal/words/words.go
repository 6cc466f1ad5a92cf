// Package words reads the interface strings and the texts of indicators of a language, with its plural
// forms, numbers and dates, so that the tool speaks as the pages do.
package words

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"text/template"

	"github.com/bep/golocales"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
)

// English is the language of the data; its pages stand at the root of the site.
const English = "en"

// Words are the strings of one language. They may be used by several goroutines.
type Words struct {
	lang    string
	tag     language.Tag
	locale  golocales.Translator
	strings map[string]any // of the interface by key, and the texts of indicators
	parsed  *sync.Map      // of *template.Template by string
	asked   *sync.Map      // keys that are noted; nil if none are
	only    map[string]any // the strings that may be asked for; nil for all
}

// Read loads the strings of a language and the pages of the indicators below the root of fsys.
func Read(fsys fs.FS, lang string, indicators []string) (*Words, error) {
	w := &Words{lang: lang, tag: language.Make(lang), locale: golocales.New(lang), strings: map[string]any{}, parsed: &sync.Map{}}
	if w.locale == nil {
		return nil, fmt.Errorf("language %q: nobody knows how it writes numbers", lang)
	}
	name := "data/i18n/" + lang + ".toml"
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("interface strings: %w", err)
	}
	if err := toml.Unmarshal(data, &w.strings); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for _, id := range indicators {
		texts, err := frontMatter(fsys, w.page(id))
		if err != nil {
			return nil, err
		}
		for what, text := range texts {
			w.strings[about(id, what)] = text
		}
	}
	return w, nil
}

// page is the file of an indicator.
func (w *Words) page(id string) string { return "content/indicators/" + id + suffix(w.lang) + ".md" }

// about is the key of a text about an indicator; no key of the interface has a slash.
func about(id, what string) string { return id + "/" + what }

// suffix is what the name of a page ends with in its language: English pages bear none.
func suffix(lang string) string {
	if lang == English {
		return ""
	}
	return "." + lang
}

// frontMatter reads what people wrote about an indicator at the head of its page.
func frontMatter(fsys fs.FS, name string) (map[string]any, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("text of an indicator: %w", err)
	}
	parts := bytes.SplitN(data, []byte("+++\n"), 3)
	if len(parts) < 3 || len(parts[0]) > 0 {
		return nil, fmt.Errorf("%s: no front matter between +++ lines", name)
	}
	var texts map[string]any
	if err := toml.Unmarshal(parts[1], &texts); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if title, _ := texts["title"].(string); title == "" {
		return nil, fmt.Errorf("%s: no title", name)
	}
	return texts, nil
}

// Lang gives the code of the language.
func (w *Words) Lang() string { return w.lang }

// Folder is where the pages of the language stand below the root of the site: "" or "fr/".
func (w *Words) Folder() string {
	if w.lang == English {
		return ""
	}
	return w.lang + "/"
}

// About gives a text from the head of an indicator's page, such as its "title" or "question".
func (w *Words) About(id, what string) (string, error) {
	if err := w.ask(about(id, what)); err != nil {
		return "", err
	}
	if text, ok := w.strings[about(id, what)].(string); ok {
		return text, nil
	}
	return "", fmt.Errorf("%s: no %s", w.page(id), what)
}

// Get gives the string of a key with its blanks filled; a counted string follows values["Count"]
// by the plural rules of the language. A missing key is an error: a picture must not be published
// with a hole in it.
func (w *Words) Get(key string, values map[string]any) (string, error) {
	text, err := w.find(key, values)
	if err != nil {
		return "", err
	}
	if !strings.Contains(text, "{{") {
		return text, nil
	}
	t, err := w.parse(key, text)
	if err != nil {
		return "", fmt.Errorf("string %q: %w", key, err)
	}
	var out strings.Builder
	if err := t.Execute(&out, values); err != nil {
		return "", fmt.Errorf("string %q: %w", key, err)
	}
	return out.String(), nil
}

// parse reads a string with blanks, once.
func (w *Words) parse(key, text string) (*template.Template, error) {
	if known, ok := w.parsed.Load(text); ok {
		return known.(*template.Template), nil
	}
	t, err := template.New(key).Option("missingkey=error").Parse(text)
	if err == nil {
		w.parsed.Store(text, t)
	}
	return t, err
}

func (w *Words) find(key string, values map[string]any) (string, error) {
	if err := w.ask(key); err != nil {
		return "", err
	}
	switch s := w.strings[key].(type) {
	case string:
		return s, nil
	case map[string]any:
		n, counted := values["Count"].(float64)
		if text, ok := s[w.form(n)].(string); ok && counted {
			return text, nil
		}
		if other, ok := s["other"].(string); ok {
			return other, nil
		}
	}
	return "", fmt.Errorf("data/i18n/%s.toml: no string %q", w.lang, key)
}
