package words

import (
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gohugoio/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
)

var languages = []string{"en", "es", "fr", "ru", "ar"}

// everyForm is a string that names its plural form.
const everyForm = `[form]
zero = "zero"
one = "one"
two = "two"
few = "few"
many = "many"
other = "other"
`

func speaking(t testing.TB, lang, strings string) *Words {
	t.Helper()
	w, err := Read(fstest.MapFS{"data/i18n/" + lang + ".toml": {Data: []byte(strings)}}, lang, nil)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// The pages take their plural forms from go-i18n: every count that a page or a picture may write
// has the same form in both.
func TestFormsAreThoseOfThePages(t *testing.T) {
	counts := []string{"0.5", "1.5", "1.25", "2.7", "11.1", "99.9", "1000000", "2000000", "3500000", "10000000", "1000001"}
	for n := range 1300 {
		counts = append(counts, strconv.Itoa(n))
	}
	for _, lang := range languages {
		w := speaking(t, lang, everyForm)
		bundle := i18n.NewBundle(language.Make(lang))
		bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
		bundle.MustParseMessageFileBytes([]byte(everyForm), lang+".toml")
		pages := i18n.NewLocalizer(bundle, lang)
		for _, text := range counts {
			var count any = text
			if n, err := strconv.Atoi(text); err == nil {
				count = n
			}
			want, err := pages.Localize(&i18n.LocalizeConfig{MessageID: "form", PluralCount: count})
			if err != nil && want == "" {
				t.Fatal(err)
			}
			n, _ := strconv.ParseFloat(text, 64)
			if got, err := w.Get("form", map[string]any{"Count": n}); got != want || err != nil {
				t.Errorf("%s, %s: %q, %v; pages have %q", lang, text, got, err, want)
			}
		}
	}
}

// What stands here was read off pages that Hugo built.
func TestNumbersAndDatesByLanguage(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "1,234,567.8 | 12,000 | 0.25 | 3.5 | November 2, 2026",
		"es": "1.234.567,8 | 12.000 | 0,25 | 3,5 | 2 de noviembre de 2026",
		"fr": "1\u202f234\u202f567,8 | 12\u202f000 | 0,25 | 3,5 | 2 novembre 2026",
		"ru": "1\u00a0234\u00a0567,8 | 12\u00a0000 | 0,25 | 3,5 | 2 ноября 2026\u202fг.",
		"ar": "1,234,567.8 | 12,000 | 0.25 | 3.5 | 2 نوفمبر 2026",
	} {
		w := speaking(t, lang, "")
		got := strings.Join([]string{w.Number(1234567.8, 1), w.Plain(12000), w.Plain(.25), w.Plain(3.5), w.Date("2026-11-02")}, " | ")
		if got != want {
			t.Errorf("%s: %q; want %q", lang, got, want)
		}
		if got := w.Date("soon"); got != "soon" {
			t.Errorf("%s: what is no date became %q", lang, got)
		}
		if got := w.RightToLeft(); got != (lang == "ar") {
			t.Errorf("%s: right to left %v", lang, got)
		}
	}
}
