package rule

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// byFmt ends the wish of a finding that needs no thought.
const byFmt = " (`go run ./tools/atlas fmt` does it)"

// quote shows a text as it stands, its invisible characters spelt out, cut if it is long.
func quote(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most-1]) + "…"
	}
	return fmt.Sprintf("%q", s)
}

// oneOf writes a vocabulary as "yes, no or unknown".
func oneOf(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}

// meaning gives what a column is for as part of a sentence: "the year that the value is about".
func meaning(c *dataset.Column) string {
	s := strings.TrimSuffix(c.About, ".")
	if s == "" || strings.HasPrefix(s, "ISO") || strings.HasPrefix(s, "UN ") {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// didYouMean gives ` (did you mean "x"?)` for the nearest word, or nothing if none is near.
func didYouMean(got string, words []string) string {
	if best := nearest(got, words); best != "" {
		return ` (did you mean "` + best + `"?)`
	}
	return ""
}

// nearest gives the word that is a few slips of the finger away, or nothing. Texts much
// longer than any word are not compared.
func nearest(got string, words []string) string {
	const longest = 100
	if got == "" || len(got) > longest {
		return ""
	}
	best, least := "", 1+min(max(1, len(got)/3), len(got)-1)
	for _, w := range words {
		if n := distance(strings.ToLower(got), strings.ToLower(w), least); n < least {
			best, least = w, n
		}
	}
	return best
}

// distance is the optimal string alignment distance (Levenshtein with swapped neighbours,
// Damerau 1964), or limit if it is not below it.
func distance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit)
}
