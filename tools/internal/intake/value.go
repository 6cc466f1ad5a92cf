package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Guises of answers. A tick and a cross are "3" and "7" in Zapf Dingbats and "ü" and "û" in
// Wingdings, which is what is left of them when the font is lost on the way.
var guises = map[string]string{
	"✓": "yes", "✔": "yes", "☑": "yes", "✅": "yes", "√": "yes", "yes": "yes", "y": "yes", "true": "yes", "3": "yes", "4": "yes", "ü": "yes", "þ": "yes",
	"✗": "no", "✘": "no", "✕": "no", "✖": "no", "☒": "no", "❌": "no", "×": "no", "x": "no", "no": "no", "n": "no", "false": "no",
	"5": "no", "6": "no", "7": "no", "8": "no", "û": "no",
	"nk": "unknown", "n/k": "unknown", "not known": "unknown", "unknown": "unknown", "?": "unknown", "uk": "unknown",
}

// silent are cells in which a source says nothing.
var silent = map[string]bool{"": true, "-": true, "–": true, "—": true, "n/a": true, "na": true, "no data": true, "not available": true, "..": true, "…": true}

// marks are footnotes and remarks behind a value: "✓ [3]", "yes*", "✓ (P)".
var marks = regexp.MustCompile(`(\s*(\[[^\]]*\]|\([^)]*\)|[*†‡§]+|[⁰¹²³⁴-⁹ᵃ-ᶻ]+))+$`)

// fill puts a cell's text into a statement, in the form of its indicator. It reports what it
// cannot read, and gives false.
func (r *reader) fill(s *statement, c cell, h dataset.Heading) bool {
	indicator, _ := r.d.Indicator(h.Indicator)
	switch {
	case h.Confidence == "implied":
		return r.imply(s, c)
	case indicator.Counts():
		return r.number(s, c, h)
	}
	return r.answer(s, c)
}

func (r *reader) answer(s *statement, c cell) bool {
	text := c.text
	word := guises[strings.ToLower(text)]
	if word == "" {
		bare := marks.ReplaceAllString(text, "")
		if word = guises[strings.ToLower(bare)]; word != "" {
			s.note = "Printed as " + strconv.Quote(text) + "."
		}
	}
	if word == "" {
		r.stop(c.at, "import-value", fmt.Sprintf("%q under %s", text, c.column), "a tick, a cross, yes, no or nk; empty if the source says nothing")
		return false
	}
	s.value = word
	return true
}

// imply reads a number above zero as yes. Zero implies nothing: services may stand idle.
func (r *reader) imply(s *statement, c cell) bool {
	n, err := strconv.ParseFloat(figure(c.text), 64)
	if err != nil {
		return false // the heading that takes the number itself tells of it
	}
	if n <= 0 {
		r.skip(c.column, "zero, which implies no answer")
		return false
	}
	s.value = "yes"
	return true
}

func (r *reader) number(s *statement, c cell, h dataset.Heading) bool {
	text := c.text
	bare := strings.TrimSpace(strings.TrimSuffix(marks.ReplaceAllString(text, ""), "%"))
	low, high, isRange := strings.Cut(strings.ReplaceAll(bare, "–", "-"), "-")
	ends := []string{figure(bare)}
	if isRange {
		ends = []string{figure(low), figure(high)}
	}
	for _, end := range ends {
		if !number.MatchString(end) {
			r.stop(c.at, "import-value", fmt.Sprintf("%q under %s", text, c.column), "a number or a range such as 12–15; empty if the source says nothing")
			return false
		}
	}
	switch {
	case isRange:
		s.low, s.high = ends[0], ends[1]
	case h.Cell == "low":
		s.low = ends[0]
	case h.Cell == "high":
		s.high = ends[0]
	default:
		s.value = ends[0]
	}
	return true
}

var (
	number    = regexp.MustCompile(`^\d+(\.\d+)?$`)
	thousands = regexp.MustCompile(`^\d{1,3}([, \x{202f}\x{2009}]\d{3})+(\.\d+)?$`)
	decimal   = regexp.MustCompile(`^\d+,\d{1,2}$`)
	long      = regexp.MustCompile(`^\d+\.\d{5,}$`)
	needless  = regexp.MustCompile(`^(\d+)\.0+$`)
)

// figure writes a number as the data set does: 1,234 as 1234, 3,19 as 3.19, 30.0 as 30; of
// the long tails that machines print (41.141000000000005) four places stay. What could be read
// in two ways it leaves as it is.
func figure(text string) string {
	text = strings.TrimSpace(text)
	switch {
	case thousands.MatchString(text):
		text = strings.NewReplacer(",", "", " ", "", "\u202f", "", "\u2009", "").Replace(text)
	case decimal.MatchString(text):
		text = strings.Replace(text, ",", ".", 1)
	}
	if long.MatchString(text) {
		if n, err := strconv.ParseFloat(text, 64); err == nil {
			text = strings.TrimRight(strconv.FormatFloat(n, 'f', 4, 64), "0")
		}
	}
	return needless.ReplaceAllString(strings.TrimSuffix(text, "."), "$1")
}
