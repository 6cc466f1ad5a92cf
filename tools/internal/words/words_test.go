package words

import (
	"strings"
	"testing"
	"testing/fstest"
)

const sample = `plain = "Yes"
blank = "{{ .Status }}, {{ .Year }}"
broken = "{{ .Status"
[counted]
one = "{{ .Count }} site"
other = "{{ .Count }} sites"
`

const russianStrings = `plain = "Да"
[counted]
one = "{{ .Count }} пункт"
few = "{{ .Count }} пункта"
many = "{{ .Count }} пунктов"
other = "{{ .Count }} пункта"
[halved]
one = "{{ .Count }} страна"
other = "{{ .Count }} стран"
`

const page = `+++
title = "Needle and syringe programmes"
short = "NSP"
question = "Do they operate?"
counts_as_yes = "at least one does."
+++
Text.
`

func tree(strings, page string) fstest.MapFS {
	return fstest.MapFS{
		"data/i18n/en.toml":            {Data: []byte(strings)},
		"content/indicators/nsp.md":    {Data: []byte(page)},
		"data/i18n/ru.toml":            {Data: []byte(russianStrings)},
		"content/indicators/nsp.ru.md": {Data: []byte("+++\ntitle = \"Программы\"\n+++\n")},
	}
}

func TestGet(t *testing.T) {
	w, err := Read(tree(sample, page), "en", []string{"nsp"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, key   string
		values      map[string]any
		want, fails string
	}{
		{name: "a plain string", key: "plain", want: "Yes"},
		{name: "blanks are filled", key: "blank", values: map[string]any{"Status": "Yes", "Year": 2024}, want: "Yes, 2024"},
		{name: "one", key: "counted", values: map[string]any{"Count": 1.0}, want: "1 site"},
		{name: "none is other", key: "counted", values: map[string]any{"Count": 0.0}, want: "0 sites"},
		{name: "a fraction is other", key: "counted", values: map[string]any{"Count": 1.5}, want: "1.5 sites"},
		{name: "a blank without value", key: "blank", values: map[string]any{"Status": "Yes"}, fails: "Year"},
		{name: "a string that does not parse", key: "broken", fails: "broken"},
		{name: "no such string", key: "absent", fails: `data/i18n/en.toml: no string "absent"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := w.Get(c.key, c.values)
			switch {
			case c.fails == "" && (err != nil || got != c.want):
				t.Errorf("got %q, %v; want %q", got, err, c.want)
			case c.fails != "" && (err == nil || !strings.Contains(err.Error(), c.fails)):
				t.Errorf("got %q, %v; want an error about %q", got, err, c.fails)
			}
		})
	}
}

func TestAbout(t *testing.T) {
	w, err := Read(tree(sample, page), "en", []string{"nsp"})
	if err != nil {
		t.Fatal(err)
	}
	for what, want := range map[string]string{"title": "Needle and syringe programmes", "short": "NSP", "question": "Do they operate?"} {
		if got, err := w.About("nsp", what); got != want || err != nil {
			t.Errorf("%s: %q, %v; want %q", what, got, err, want)
		}
	}
	if _, err := w.About("nsp", "definition"); err == nil || err.Error() != "content/indicators/nsp.md: no definition" {
		t.Errorf("a text that nobody wrote: %v", err)
	}
}

// A language other than English has its strings and pages beside the English ones, and its own
// plural forms; one that somebody left out gives way to other, as in Hugo.
func TestAnotherLanguage(t *testing.T) {
	w, err := Read(tree(sample, page), "ru", []string{"nsp"})
	if err != nil {
		t.Fatal(err)
	}
	if title, err := w.About("nsp", "title"); title != "Программы" || err != nil || w.Folder() != "ru/" {
		t.Errorf("got %q, %v in %q", title, err, w.Folder())
	}
	for key, counts := range map[string]map[float64]string{
		"plain":   {1: "Да"},
		"counted": {1: "1 пункт", 3: "3 пункта", 11: "11 пунктов", 21: "21 пункт", 1.5: "1.5 пункта"},
		"halved":  {21: "21 страна", 3: "3 стран"},
	} {
		for n, want := range counts {
			if got, err := w.Get(key, map[string]any{"Count": n}); got != want || err != nil {
				t.Errorf("%s of %g: %q, %v; want %q", key, n, got, err, want)
			}
		}
	}
	if _, err := w.Get("blank", nil); err == nil || err.Error() != `data/i18n/ru.toml: no string "blank"` {
		t.Errorf("a string that only English has: %v", err)
	}
}

func TestReadSaysWhichFileIsAtFault(t *testing.T) {
	for _, c := range []struct{ name, strings, page, want string }{
		{"strings that are not TOML", "= 1", page, "data/i18n/en.toml"},
		{"a page without front matter", sample, "Text.", "content/indicators/nsp.md: no front matter"},
		{"front matter that is not TOML", sample, "+++\n= 1\n+++\n", "content/indicators/nsp.md"},
		{"a page without title", sample, "+++\nshort = \"x\"\n+++\n", "content/indicators/nsp.md: no title"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Read(tree(c.strings, c.page), "en", []string{"nsp"}); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v; want an error that names %q", err, c.want)
			}
		})
	}
	if _, err := Read(fstest.MapFS{}, "en", nil); err == nil {
		t.Error("a missing file of strings passes")
	}
	if _, err := Read(tree(sample, page), "ru", []string{"oat"}); err == nil || !strings.Contains(err.Error(), "oat.ru.md") {
		t.Errorf("a missing page in Russian: got %v", err)
	}
	if _, err := Read(tree(sample, page), "xx", nil); err == nil || !strings.Contains(err.Error(), `"xx"`) {
		t.Errorf("a language that there is not: got %v", err)
	}
	if _, err := Read(tree(sample, page), "en", []string{"oat"}); err == nil || !strings.Contains(err.Error(), "oat.md") {
		t.Errorf("a missing page: got %v", err)
	}
}

// FuzzRead holds that no input panics.
func FuzzRead(f *testing.F) {
	f.Add(sample, page, "counted")
	f.Add("a = 1", "+++\n+++\n", "a")
	f.Fuzz(func(t *testing.T, text, page, key string) {
		if w, err := Read(tree(text, page), "en", []string{"nsp"}); err == nil {
			_, _ = w.Get(key, map[string]any{"Count": 1.0, "Status": "Yes", "Year": 2024})
		}
	})
}
