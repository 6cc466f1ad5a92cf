// Package wording finds words that stigmatise in what people write, in any of the atlas's languages.
package wording

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// List holds the words that are not written in one language.
type List struct {
	phrases []phrase
	// first leads from the beginning of a phrase's first word to the phrases; those that may begin
	// in any way stand under the empty one.
	first map[string][]int
}

// phrase is an entry word by word.
type phrase struct {
	entry string
	words []pattern
}

// pattern is one word: exact, or with any beginning or any ending.
type pattern struct {
	text     string
	pre, suf bool
}

// Match is a place in a text where an entry stands.
type Match struct {
	// Start and End are offsets in bytes.
	Start, End int
	Entry      string
}

// New makes a list of entries such as "drug abuse*": words between spaces, where * stands for any
// ending, or at the front of a word for any beginning. An entry without a word matches nothing.
func New(entries []string) List {
	l := List{first: map[string][]int{}}
	for _, entry := range entries {
		p := phrase{entry: entry}
		for _, word := range strings.Fields(entry) {
			text := fold(strings.Trim(word, "*"))
			p.words = append(p.words, pattern{text, strings.HasPrefix(word, "*"), strings.HasSuffix(word, "*")})
		}
		if len(p.words) == 0 || p.words[0].text == "" {
			continue
		}
		key := ""
		if !p.words[0].pre {
			key = beginning(p.words[0].text)
		}
		l.first[key] = append(l.first[key], len(l.phrases))
		l.phrases = append(l.phrases, p)
	}
	return l
}

// Find gives every place where an entry stands in a text, in its order; of two, one inside the other,
// only the longer. Capitals, the Arabic signs
// for vowels, and ё or е make no difference; words end at whatever is no letter, mark or digit, so
// that a hyphen parts "drug-free" as a space does.
func (l List) Find(text string) []Match {
	words := split(text)
	var found []Match
	for i, w := range words {
		for _, key := range []string{beginning(w.text), ""} {
			for _, n := range l.first[key] {
				if p := l.phrases[n]; p.at(words[i:]) {
					found = append(found, Match{w.start, words[i+len(p.words)-1].end, p.entry})
				}
			}
		}
	}
	return slices.DeleteFunc(found, func(m Match) bool {
		return slices.ContainsFunc(found, func(other Match) bool { return other.covers(m) })
	})
}

// covers tells whether a match says more than another at the same place.
func (m Match) covers(other Match) bool {
	return m.Start <= other.Start && m.End >= other.End && m.End-m.Start > other.End-other.Start
}

func (p phrase) at(words []word) bool {
	if len(p.words) > len(words) {
		return false
	}
	for i, pattern := range p.words {
		if !pattern.matches(words[i].text) {
			return false
		}
	}
	return true
}

func (p pattern) matches(word string) bool {
	switch {
	case p.pre && p.suf:
		return strings.Contains(word, p.text)
	case p.pre:
		return strings.HasSuffix(word, p.text)
	case p.suf:
		return strings.HasPrefix(word, p.text)
	}
	return word == p.text
}

// word is a folded word and where it stands in the text.
type word struct {
	text       string
	start, end int
}

func split(text string) []word {
	var words []word
	start := -1
	for i, r := range text + " " {
		inside := unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
		if inside && start < 0 {
			start = i
		}
		if !inside && start >= 0 {
			words = append(words, word{fold(text[start:i]), start, i})
			start = -1
		}
	}
	return words
}

// beginning gives the first letter of a word, by which phrases are looked up.
func beginning(word string) string {
	_, size := utf8.DecodeRuneInString(word)
	return word[:size]
}

// fold leaves out of a word what makes no difference.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); {
		case r == 'ё':
			return 'е'
		case r == 'ـ', r >= 'ً' && r <= 'ْ': // lengthening and vowels
			return -1
		}
		return r
	}, word)
}
