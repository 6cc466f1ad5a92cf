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
	// first leads from the beginning of a phrase's first word, of so many letters, to the phrases.
	// Hardly any word of a text begins like one of them, so that few are looked at closely.
	first   map[string][]int
	letters int
	// inner are the phrases that may begin in any way.
	inner []int
}

// beginnings are long enough to tell nearly all words apart.
const beginnings = 4

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
	l := List{first: map[string][]int{}, letters: beginnings}
	for _, entry := range entries {
		if p := phraseOf(entry); len(p.words) > 0 && p.words[0].text != "" {
			l.phrases = append(l.phrases, p)
			if !p.words[0].pre {
				l.letters = min(l.letters, utf8.RuneCountInString(p.words[0].text))
			}
		}
	}
	for n, p := range l.phrases {
		if p.words[0].pre {
			l.inner = append(l.inner, n)
			continue
		}
		var buffer [beginnings * utf8.UTFMax]byte
		key := string(beginning(&buffer, p.words[0].text, l.letters))
		l.first[key] = append(l.first[key], n)
	}
	return l
}

func phraseOf(entry string) phrase {
	p := phrase{entry: entry}
	for _, word := range strings.Fields(entry) {
		p.words = append(p.words, pattern{fold(strings.Trim(word, "*")), strings.HasPrefix(word, "*"), strings.HasSuffix(word, "*")})
	}
	return p
}

// Find gives every place where an entry stands in a text, in its order; of two, one inside the other,
// only the longer. Capitals, the Arabic signs for vowels, and ё or е make no difference; words end at
// whatever is no letter, mark or digit, so that a hyphen parts "drug-free" as a space does.
func (l List) Find(text string) []Match {
	inner := l.perhaps(text)
	words := split(text)
	var found []Match
	var buffer [beginnings * utf8.UTFMax]byte
	for i, w := range words {
		for _, some := range [][]int{l.first[string(beginning(&buffer, text[w.start:w.end], l.letters))], inner} {
			for _, n := range some {
				if p := l.phrases[n]; p.at(text, words[i:]) {
					found = append(found, Match{w.start, words[i+len(p.words)-1].end, p.entry})
				}
			}
		}
	}
	return slices.DeleteFunc(found, func(m Match) bool {
		return slices.ContainsFunc(found, func(other Match) bool { return other.covers(m) })
	})
}

// perhaps gives the phrases that may begin in any way and whose first word a text holds at all.
func (l List) perhaps(text string) []int {
	if len(l.inner) == 0 {
		return nil
	}
	text = fold(text)
	return slices.DeleteFunc(slices.Clone(l.inner), func(n int) bool { return !strings.Contains(text, l.phrases[n].words[0].text) })
}

// covers tells whether a match says more than another at the same place.
func (m Match) covers(other Match) bool {
	return m.Start <= other.Start && m.End >= other.End && m.End-m.Start > other.End-other.Start
}

func (p phrase) at(text string, words []word) bool {
	if len(p.words) > len(words) {
		return false
	}
	for i, pattern := range p.words {
		if !pattern.matches(fold(text[words[i].start:words[i].end])) {
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

// word is where a word stands in a text.
type word struct{ start, end int }

func split(text string) []word {
	var words []word
	start := -1
	for i, r := range text + " " {
		inside := inWord(r)
		if inside && start < 0 {
			start = i
		}
		if !inside && start >= 0 {
			words = append(words, word{start, i})
			start = -1
		}
	}
	return words
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return r >= 'А' && r <= 'я' || arabic(r) || unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// beginning gives the first letters of a word, folded, by which phrases are looked up.
func beginning(buffer *[beginnings * utf8.UTFMax]byte, word string, letters int) []byte {
	begun := buffer[:0]
	for _, r := range word {
		if r = foldLetter(r); r >= 0 {
			begun = utf8.AppendRune(begun, r)
			letters--
		}
		if letters == 0 {
			break
		}
	}
	return begun
}

// fold leaves out of a word what makes no difference.
func fold(word string) string { return strings.Map(foldLetter, word) }

func foldLetter(r rune) rune {
	if r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r |= 0x20
		}
		return r
	}
	switch {
	case r == 'ـ', r >= 'ً' && r <= 'ْ': // lengthening and vowels
		return -1
	case r >= 'а' && r <= 'я' || arabic(r): // most letters of two languages, which need no table
		return r
	}
	if r = unicode.ToLower(r); r == 'ё' {
		return 'е'
	}
	return r
}

func arabic(r rune) bool { return r >= 'ء' && r <= 'ي' }
