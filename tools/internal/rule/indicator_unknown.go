package rule

import (
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/csvfile"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

var indicatorUnknown = Rule{
	Name:  "indicator-unknown",
	Level: Error,
	About: "A total, a heading, a correction or a left-out row must name an indicator of the atlas, a total else other:name; under a misspelt one it would never be reconciled, or taken from a file.",
	Check: func(d *dataset.Dataset, report Report) {
		for _, t := range d.Totals {
			if !known(d, t.Indicator) && !isOther(t.Indicator) {
				report(t.At("indicator"), "", quote(t.Indicator), "an id of data/indicators.csv, or other:name"+didYouMean(t.Indicator, indicatorIDs(d)))
			}
		}
		named := func(at csvfile.Pos, id string) {
			if !known(d, id) {
				report(at, "", quote(id), "an id of data/indicators.csv"+didYouMean(id, indicatorIDs(d)))
			}
		}
		for _, l := range d.LeftOut {
			named(l.At("indicator"), l.Indicator)
		}
		for _, c := range d.Corrections {
			named(c.At("indicator"), c.Indicator)
		}
		for _, h := range d.Headings {
			named(h.At("indicator"), h.Indicator)
		}
	},
}

// known tells whether an indicator is listed; an empty cell is another rule's.
func known(d *dataset.Dataset, id string) bool {
	_, ok := d.Indicator(id)
	return ok || id == ""
}

// isOther tells whether a name is of the form other:name, for what the atlas does not count.
func isOther(name string) bool {
	after, ok := strings.CutPrefix(name, "other:")
	return ok && after != "" && strings.TrimSpace(after) == after
}
