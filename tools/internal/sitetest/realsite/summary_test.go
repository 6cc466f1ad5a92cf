package realsite_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"

	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/markup"
	. "github.com/harm-reduction-atlas/atlas/tools/internal/sitetest/realsite"
)

// The core questions as the summary of a profile names them.
var topics = map[string]string{
	"nsp": "needle and syringe programmes", "oat": "opioid agonist therapy", "dcr": "drug consumption rooms",
	"policy-support": "national policy on harm reduction", "women-in-treatment": "the share of women in drug treatment",
}

// Every profile opens with whole sentences in clean English that say of each core question what
// the data conclude, and nothing else; they are also the page's description.
func TestSummaryOfEveryProfile(t *testing.T) {
	s, f := Built(t), newFaults(t)
	for _, c := range s.Data.Countries {
		if !c.Profile {
			continue
		}
		p := s.Page("/country/" + strings.ToLower(c.ISO3) + "/")
		text := Text(First(p.Doc, Class("summary")))
		rest, ok := strings.CutPrefix(text, s.Data.Name(c.ISO3, "en")+": ")
		if !ok || !strings.HasSuffix(rest, ".") || untidy.MatchString(text) {
			f.addf("%s: %q", p.Path, text)
		}
		if d := Attr(First(p.Doc, Tag("meta"), Is("name", "description")), "content"); d != text {
			f.addf("%s: described as %q", p.Path, d)
		}
		for _, fault := range unsaid(s, c.ISO3, rest) {
			f.addf("%s: %s in %q", p.Path, fault, text)
		}
	}
}

// untidy finds what a sentence glued together badly would show.
var untidy = regexp.MustCompile(`  |\.\.|[( ][,.;)]|\(\)|<|\{|%!|,[^ ]|[a-z]\.[A-Z]|\bnil\b`)

// unsaid names the core questions on which a summary differs from the data, and years that are
// not among those of the data.
func unsaid(s *Site, iso3, text string) []string {
	var faults []string
	years, known := map[string]bool{}, false
	for indicator := range topics {
		for _, series := range s.Atlas.Series(indicator, iso3) {
			known = true
			for _, c := range series.Periods {
				years[strconv.Itoa(c.Period)] = true
			}
		}
	}
	for _, year := range regexp.MustCompile(`\b\d{4}\b`).FindAllString(text, -1) {
		if !years[year] {
			faults = append(faults, "the year "+year)
		}
	}
	for indicator := range topics {
		want := sentenceOn(s, indicator, iso3)
		if known && !slices.ContainsFunc(strings.SplitAfter(text, ". "), want.MatchString) {
			faults = append(faults, "no "+want.String())
		}
	}
	if !known && !strings.HasPrefix(text, "No source read so far ") {
		faults = append(faults, "an answer")
	}
	return faults
}

// sentenceOn gives the sentence on a core question as the data want it.
func sentenceOn(s *Site, indicator, iso3 string) *regexp.Regexp {
	headline, ok := s.Atlas.Headline(indicator, iso3)
	topic := topics[indicator]
	switch {
	case !ok && len(s.Atlas.Series(indicator, iso3)) > 0:
		return regexp.MustCompile(`^What sources say about .*` + topic)
	case !ok:
		return regexp.MustCompile(`^No source read so far says anything about .*` + topic)
	case indicator == "women-in-treatment":
		return regexp.MustCompile(`^Of .*, ` + regexp.QuoteMeta(numberWords(*headline.Latest.Lead.Observation)) + ` were women \(` + when(headline) + `\)\.`)
	}
	opening, closing := "Sources report ", map[status.State]string{
		status.Yes: ` as available\b`, status.No: ` as not available\b`, status.Unknown: ` as unknown\b`, status.Contested: ""}[headline.Latest.State]
	if headline.Latest.State == status.Contested {
		opening = "Sources disagree on "
	}
	if headline.Inferred() {
		opening = "No source states it"
		closing = map[status.State]string{status.Yes: " can be inferred to be available", status.No: " can be inferred not to be available", status.Unknown: " can be inferred to be unknown"}[headline.Latest.State]
	}
	if indicator == "policy-support" {
		topic, closing = map[status.State]string{status.Yes: "national policy supports harm reduction", status.No: "national policy does not support harm reduction",
			status.Unknown: "whether national policy supports harm reduction"}[headline.Latest.State], ""
	}
	// Between the answer and its own closing words no other closing words may stand.
	return regexp.MustCompile(`^` + opening + `.*` + topic + ` \(` + when(headline) + `\)(, [^()]+ \([^()]+\))*( and [^()]+ \([^()]+\))?` + closing)
}

// when words the years of an answer.
func when(s status.Series) string {
	text := year(s)
	switch {
	case s.Earlier.State != status.NoData || s.Latest.State == status.Unknown:
	case s.Stale && s.Inferred():
		text = "last inferred for " + text
	case s.Stale:
		text = "last reported " + text
	case s.Latest.State == status.Value && s.Inferred():
		text = "inferred for " + text
	}
	switch {
	case s.Earlier.State != status.NoData:
		text += fmt.Sprintf("; %s in %d", s.Earlier.State, s.Earlier.Period)
	case s.NoChangeBy() > 0 && s.Stale:
		text += fmt.Sprintf("; no change reported by %d", s.NoChangeBy())
	}
	return text
}
