package texts_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// Whoever reads English as people of thirteen to fifteen do can read every topic: Flesch's reading
// ease is above 50. What indicators say of themselves is reported beside it; one of few sentences
// swings too much to be held to a number.
func TestTopicsAreEasyToRead(t *testing.T) {
	topics := 0
	for _, file := range pages(t) {
		text := page(t, file)
		switch {
		case strings.HasPrefix(file, "content/topics/") && !strings.HasSuffix(file, "_index.md"):
			topics++
			ease := flesch(fmt.Sprint(text.head["lede"]) + "\n\n" + plain(text.body))
			t.Logf("%s: %.0f", file, ease)
			if ease <= 50 {
				t.Errorf("%s has a reading ease of %.0f; want more than 50", file, ease)
			}
		case strings.HasPrefix(file, "content/indicators/") && text.head["definition"] != nil:
			t.Logf("%s: %.0f", file, flesch(fmt.Sprint(text.head["definition"], "\n\n", text.head["why"])))
		}
	}
	if topics < 12 {
		t.Errorf("only %d topics", topics)
	}
}

var (
	table = regexp.MustCompile(`(?m)(?s:\{\{< bars .*?\{\{< /bars >\}\})|^\|.*$|^#.*$`)
	named = regexp.MustCompile(`\]\([^)]*\)|\{#[^}]*\}`)
)

// plain leaves the sentences of a body: no tables, headings, marks and addresses.
func plain(body string) string {
	return named.ReplaceAllString(mark.ReplaceAllString(table.ReplaceAllString(body, ""), ""), "")
}

var (
	sentenceEnd = regexp.MustCompile(`[.!?]+[”’)"]*(?:\s|$)|\n\n+|\n- `)
	vowels      = regexp.MustCompile(`[aeiouy]+`)
)

// flesch gives the reading ease of a text (Flesch 1948): about 100 is very easy, under 50 hard.
func flesch(text string) float64 {
	var sentences, words, syllables float64
	for _, sentence := range sentenceEnd.Split(text, -1) {
		before := words
		for _, word := range strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return !unicode.IsLetter(r) && r != '’' }) {
			words++
			syllables += float64(syllablesIn(word))
		}
		if words > before {
			sentences++
		}
	}
	return 206.835 - 1.015*words/sentences - 84.6*syllables/words
}

// syllablesIn counts groups of vowels, without a silent e at the end.
func syllablesIn(word string) int {
	n := len(vowels.FindAllString(word, -1))
	if strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") || strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ted") && !strings.HasSuffix(word, "ded") {
		n--
	}
	return max(n, 1)
}

func TestFlesch(t *testing.T) {
	easy, hard := flesch("The cat sat on the mat. It was red."), flesch("Institutional considerations necessitate comprehensive multidisciplinary deliberation.")
	if easy < 100 || hard > 0 {
		t.Errorf("easy %.0f, hard %.0f", easy, hard)
	}
	for word, want := range map[string]int{"needle": 2, "programme": 2, "syringe": 2, "people": 2, "use": 1, "used": 1, "reported": 3, "the": 1, "naloxone": 3} {
		if got := syllablesIn(word); got != want {
			t.Errorf("%s has %d syllables; want %d", word, got, want)
		}
	}
}
