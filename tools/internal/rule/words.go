package rule

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/nearest"
)

// byFmt ends the wish of a finding that needs no thought.
const byFmt = " (`go run ./tools/atlas fmt` does it)"

// bySourceAdd follows the wish for a publication that may be new.
const bySourceAdd = "; `go run ./tools/atlas source add` adds a new one"

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

// didYouMean gives ` (did you mean "x"?)` for the closest word, or nothing if none is close.
func didYouMean(got string, words []string) string {
	if best := closest(got, words); best != "" {
		return ` (did you mean "` + best + `"?)`
	}
	return ""
}

// closest gives the word that is a few slips of the finger away, or nothing. One character
// says too little, and a text longer than any word is not compared.
func closest(got string, words []string) string {
	const shortest, longest = 2, 100
	if len(got) < shortest || len(got) > longest {
		return ""
	}
	return nearest.Word(got, words)
}
