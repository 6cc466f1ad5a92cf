package texts_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// interfaceStrings gives the strings of a language by key; a counted one has a form for each
// category, others the form "".
func interfaceStrings(t *testing.T, lang string) map[string]map[string]string {
	t.Helper()
	name := "data/i18n/" + lang + ".toml"
	written := map[string]any{}
	if err := toml.Unmarshal([]byte(read(t, name)), &written); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	forms := map[string]map[string]string{}
	for key, value := range written {
		switch value := value.(type) {
		case string:
			forms[key] = map[string]string{"": value}
		case map[string]any:
			forms[key] = map[string]string{}
			for category, form := range value {
				forms[key][category], _ = form.(string)
			}
		default:
			t.Errorf("%s: %s is no string", name, key)
		}
	}
	return forms
}

// categories are the plural forms that each language has by CLDR 48.
var categories = map[string]string{"en": "one other", "es": "many one other", "fr": "many one other",
	"ru": "few many one other", "ar": "few many one other two zero"}

// Every language has the strings of English, whole, and counts as its own grammar does: in the
// forms that CLDR gives it and in no others.
func TestEveryLanguageHasEveryString(t *testing.T) {
	want := interfaceStrings(t, english)
	if len(want) < 500 {
		t.Fatalf("only %d strings", len(want))
	}
	for lang, plurals := range categories {
		got := interfaceStrings(t, lang)
		if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got))); diff != "" {
			t.Errorf("%s: keys (-English +%s):\n%s", lang, lang, diff)
		}
		for key, forms := range got {
			for category, form := range forms {
				if strings.TrimSpace(form) == "" {
					t.Errorf("%s: %s %s is empty", lang, key, category)
				}
			}
			_, counted := want[key]["other"]
			have := strings.Join(slices.Sorted(maps.Keys(forms)), " ")
			uncounted := lang == english && have == "other" // where one reads like more
			if counted && have != plurals && !uncounted || !counted && have != "" {
				t.Errorf("%s: %s has the forms %q; want %q", lang, key, have, plurals)
			}
		}
	}
}

// What the table above says is what Go's text module counts with; its older CLDR has no forms for
// millions yet.
func TestPluralFormsAreThoseOfCLDR(t *testing.T) {
	names := map[plural.Form]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}
	for lang, want := range categories {
		found := map[string]bool{}
		for n := range 201 {
			found[names[plural.Cardinal.MatchPlural(language.MustParse(lang), n, 0, 0, 0, 0)]] = true
		}
		found[names[plural.Cardinal.MatchPlural(language.MustParse(lang), 1, 1, 1, 5, 5)]] = true // 1.5
		if lang == "es" || lang == "fr" {
			found["many"] = true
		}
		if got := strings.Join(slices.Sorted(maps.Keys(found)), " "); got != want {
			t.Errorf("%s: %q; want %q", lang, got, want)
		}
	}
}

var placeholder = regexp.MustCompile(`\{\{.*?\}\}`)

// worded are placeholders that a form may say in words: an Arabic dual counts without a number.
var worded = map[string]bool{"{{ .Count }}": true, "{{ .Number }}": true}

// Every string has the blanks of its English, so that no fact is lost and none is asked for that
// the template does not give; and none is misspelt.
func TestEveryStringHasItsBlanks(t *testing.T) {
	want := interfaceStrings(t, english)
	for _, lang := range others {
		for key, forms := range interfaceStrings(t, lang) {
			known := blanks(strings.Join(slices.Collect(maps.Values(want[key])), " "))
			for category, form := range forms {
				got := blanks(form)
				for _, blank := range blanks(counterpart(want[key], lang, category)) {
					inWords := worded[blank] && slices.Contains([]string{"zero", "one", "two"}, category)
					if !slices.Contains(got, blank) && !inWords {
						t.Errorf("%s: %s %s does not say %s: %q", lang, key, category, blank, form)
					}
				}
				for _, blank := range got {
					if !slices.Contains(known, blank) {
						t.Errorf("%s: %s %s asks for %s: %q", lang, key, category, blank, form)
					}
				}
				if n := strings.Count(form, "{") + strings.Count(form, "}"); n != 4*len(placeholder.FindAllString(form, -1)) {
					t.Errorf("%s: %s %s has a broken blank: %q", lang, key, category, form)
				}
			}
		}
	}
}

// counterpart gives the English form that a form must say no less than. Russian has one for 1, 21,
// 31 and so on.
func counterpart(forms map[string]string, lang, category string) string {
	if one, ok := forms["one"]; ok && lang != "ru" && (category == "one" || category == "zero") {
		return one
	}
	return forms["other"] + forms[""]
}

// blanks gives the placeholders of a string.
func blanks(form string) []string {
	return slices.Compact(slices.Sorted(slices.Values(placeholder.FindAllString(form, -1))))
}
