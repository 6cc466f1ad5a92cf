package texts_test

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// fact matches the words that carry a figure of data/aggregates.csv.
var fact = regexp.MustCompile(`(?s)\{\{< fact "([^"]+)" >\}\}(.*?)\{\{< /fact >\}\}`)

// In every language the words that carry a figure say that figure, in the notation of their
// language, and the same numbers as the English words.
func TestWordsAgreeWithTheirFigures(t *testing.T) {
	figures := map[string]dataset.Aggregate{}
	for _, a := range dataset.Load(checkout).Aggregates {
		figures[a.ID] = a
	}
	checked := 0
	for _, file := range pages(t) {
		said := map[string][][]float64{}
		for _, lang := range dataset.Languages {
			for _, m := range fact.FindAllStringSubmatch(page(t, in(file, lang)).body, -1) {
				id, words := m[1], m[2]
				got := numbers(words, lang)
				checked++
				if a, known := figures[id]; !known || !agrees(got, a) {
					t.Errorf("%s: %q says %v; %s is %s %s %s", in(file, lang), words, got, id, a.Value, a.Low, a.High)
				}
				if lang == english {
					said[id] = append(said[id], got)
				} else if !slices.ContainsFunc(said[id], func(want []float64) bool { return cmp.Equal(want, got) }) {
					t.Errorf("%s: %q says %v; the English says %v", in(file, lang), words, got, said[id])
				}
			}
		}
	}
	t.Logf("%d figures in words", checked)
	if checked < 250 {
		t.Errorf("only %d figures", checked)
	}
}

// notation is how a language writes numbers: groups of three, decimals, millions.
type notation struct {
	number  *regexp.Regexp
	group   string
	decimal string
}

func written(group, decimal string) notation {
	return notation{regexp.MustCompile(`\d{1,3}(?:[` + group + `]\d{3})+(?:[` + decimal + `]\d+)?|\d+(?:[` + decimal + `]\d+)?`), group, decimal}
}

var notations = map[string]notation{"en": written(",", "."), "es": written(".", ","), "fr": written(" \u00a0\u202f", ","),
	"ru": written(" \u00a0\u202f", ","), "ar": written(",٬", ".٫")}

var (
	million = regexp.MustCompile(`^[\s\x{a0}\x{202f}]*(mill[oó]n|million|млн|миллион|مليون)`)
	// quoted is a number that is quoted as the source prints it.
	quoted = regexp.MustCompile(`\d+,\d{3}s`)
)

// numbers reads the numbers in some words.
func numbers(words, lang string) []float64 {
	n := notations[lang]
	if quoted.MatchString(words) {
		n, words = notations["en"], quoted.FindString(words)
	}
	var list []float64
	for _, at := range n.number.FindAllStringIndex(words, -1) {
		plain := words[at[0]:at[1]]
		for _, group := range n.group {
			plain = strings.ReplaceAll(plain, string(group), "")
		}
		for _, decimal := range n.decimal {
			plain = strings.ReplaceAll(plain, string(decimal), ".")
		}
		value, err := strconv.ParseFloat(plain, 64)
		if err != nil {
			return nil
		}
		if million.MatchString(words[at[1]:]) {
			value = math.Round(value*1e7) / 10
		}
		list = append(list, value)
	}
	return list
}

// agrees tells whether numbers say a figure: it stands first, or as "1 in 18" the first two stand
// for the percentage.
func agrees(said []float64, a dataset.Aggregate) bool {
	if len(said) == 0 {
		return false
	}
	for _, figure := range []string{a.Value, a.Low, a.High} {
		value, err := strconv.ParseFloat(figure, 64)
		if err != nil {
			continue
		}
		_, decimals, _ := strings.Cut(figure, ".")
		scale := math.Pow10(len(decimals))
		if said[0] == value || len(said) > 1 && said[0] == 1 && math.Round(100/said[1]*scale)/scale == value {
			return true
		}
	}
	return false
}

func TestNumbers(t *testing.T) {
	tests := []struct {
		lang, words string
		want        []float64
	}{
		{"en", "more than 14,000 people", []float64{14000}},
		{"es", "13,9 millones en 1.234 sitios", []float64{13900000, 1234}},
		{"fr", "plus de 14\u202f000", []float64{14000}},
		{"ru", "292\u00a0миллиона; в 1,2\u00a0раза", []float64{292000000, 1.2}},
		{"ar", "292 مليون، 1 من كل 18", []float64{292000000, 1, 18}},
		{"fr", "«\u202f100,000s\u202f» (des centaines de milliers)", []float64{100000}},
		{"en", "all but one", nil},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, numbers(test.words, test.lang)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.words, diff)
		}
	}
}
