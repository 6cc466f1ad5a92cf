// Package cite writes sources and pages as BibTeX, RIS and CSL-JSON, the three formats that reference managers read.
package cite

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Entry is one thing that can be cited. Every text may be empty but Key and Title.
type Entry struct {
	// Key is unique among entries written together: lower-case letters, digits, hyphens and dots.
	Key  string
	Kind Kind
	// Author is an organisation, never a person: no format may take its name apart.
	Author string
	Title  string
	// Work is what a part belongs to; Edition is that of the work or of the data set, EditionTitle
	// the same in words of another language than English: "Édition 2026.1".
	Work, Edition string
	EditionTitle  string
	// EditionNote says of a data set what it is and its edition, for BibTeX, which has a field for neither.
	EditionNote      string
	Publisher        string
	Issued, Accessed Date
	URL              string
	Language         string // ISO 639-1 code
	Note             string
}

// Kind is what an entry is, where formats have a word for it.
type Kind int

// A Document may be a report, an article or a page; a Part is an article of a reference work.
const (
	Document Kind = iota
	Part
	DataSet
)

// Date is a day, a month or a year: what is not known is 0.
type Date struct{ Year, Month, Day int }

// OfSource gives the entry for a source. All sources are written as plain documents: the
// data set does not say which are reports, articles or pages, and a guess would be cited.
func OfSource(s dataset.Source) Entry {
	return Entry{
		Key: s.ID, Title: s.Title, Publisher: s.Publisher,
		Issued: Date{Year: s.Year}, Accessed: ParseDate(s.Accessed),
		URL: s.URL, Language: s.Language, Note: s.Note,
	}
}

// OfSources gives the entries for sources, in their order.
func OfSources(all []dataset.Source) []Entry {
	entries := make([]Entry, len(all))
	for i, s := range all {
		entries[i] = OfSource(s)
	}
	return entries
}

// ParseDate reads "2026", "2026-11" or "2026-11-22"; from the first part that is not a
// number on, the date is not known.
func ParseDate(text string) Date {
	var parts [3]int
	for i, part := range strings.SplitN(text, "-", 3) {
		n, err := strconv.Atoi(part)
		if err != nil || n <= 0 {
			break
		}
		parts[i] = n
	}
	return Date{parts[0], parts[1], parts[2]}
}

// parts gives the known parts of a date, the largest first.
func (d Date) parts() []int {
	switch {
	case d.Year == 0:
		return nil
	case d.Month == 0:
		return []int{d.Year}
	case d.Day == 0:
		return []int{d.Year, d.Month}
	}
	return []int{d.Year, d.Month, d.Day}
}

// oneLine joins a text to one line without control characters: BibTeX and RIS know no others.
func oneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Join(strings.Fields(text), " ")
}

// edition names the edition in words: styles print a bare number without saying of what. BibTeX
// adds the word itself.
func (e Entry) edition() string {
	if e.Edition == "" {
		return ""
	}
	return cmp.Or(e.EditionTitle, "Edition "+e.Edition)
}
