package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/nearest"
)

// matcher finds countries by what publishers call them: codes, CLDR's names in every language
// of the atlas, official names, and the aliases and former names of names.csv.
type matcher struct {
	iso3  map[string][]string // by plain name
	words []string
}

func newMatcher(d *dataset.Dataset) matcher {
	m := matcher{iso3: map[string][]string{}}
	for _, c := range d.Countries {
		m.add(c.ISO3, c.ISO3)
		m.add(c.ISO3, c.ISO2)
		for _, lang := range dataset.Languages {
			m.add(c.ISO3, d.Name(c.ISO3, lang))
			m.add(c.ISO3, d.Territories[lang][c.ISO2])
		}
	}
	for _, n := range d.Names {
		m.add(n.ISO3, n.Text)
	}
	return m
}

func (m *matcher) add(iso3, name string) {
	if p := plain(name); p != "" && !slices.Contains(m.iso3[p], iso3) {
		m.iso3[p] = append(m.iso3[p], iso3)
		m.words = append(m.words, name)
	}
}

// country finds the country of a cell's row, or reports the name.
func (r *reader) country(c cell) (string, bool) {
	if groups.MatchString(c.country) {
		r.skip(c.country, "a group of countries")
		return "", false
	}
	found := r.countries().iso3[plain(c.country)]
	switch len(found) {
	case 1:
		return found[0], true
	case 0:
		r.unmatched(c, "a code or a known name"+nearest.DidYouMean(c.country, r.countries().words)+"; another name belongs in data/names/names.csv as an alias")
	default:
		r.unmatched(c, "one of "+strings.Join(found, ", ")+" by its code")
	}
	return "", false
}

// unmatched reports a name once for each of its rows.
func (r *reader) unmatched(c cell, want string) {
	at := c.at
	at.Col = 1
	for _, f := range r.stops {
		if f.Pos == at && f.Rule == "import-country" {
			return
		}
	}
	r.stop(at, "import-country", fmt.Sprintf("%q", c.country), want)
}

var (
	groups   = regexp.MustCompile(`^(All countries|Global|World|UNAIDS Region\b.*|European Union\b.*)$`)
	footnote = regexp.MustCompile(`\s*(\[[^\]]*\]|[*†‡§⁰¹²³⁴-⁹]+)`)
	inverted = regexp.MustCompile(`^([^,(]+)(?:, | \()(.*?)\)?$`)
)

// plain gives the form in which names are compared: without footnotes, accents, case,
// punctuation and articles; "Iran (Islamic Republic of)" becomes "islamic republic of iran".
func plain(name string) string {
	name = footnote.ReplaceAllString(strings.TrimSpace(name), "")
	if m := inverted.FindStringSubmatch(name); m != nil && strings.HasSuffix(strings.ToLower(m[2]), " of") {
		name = m[2] + " " + m[1]
	}
	var out strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			out.WriteRune(c)
		case c == '&':
			out.WriteString(" and ")
		case !unicode.Is(unicode.Mn, c) && c != '\'' && c != '’' && c != '.':
			out.WriteRune(' ')
		}
	}
	words := slices.DeleteFunc(strings.Fields(out.String()), func(w string) bool { return w == "the" })
	for i, w := range words {
		if w == "st" {
			words[i] = "saint"
		}
	}
	return strings.Join(words, " ")
}
