package reconcile

import (
	"slices"
	"strings"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// subject is what a total counts; several publications may print a total of one subject.
type subject struct {
	indicator string
	period    int
	scope     string
}

func subjectOf(t dataset.Total) subject { return subject{t.Indicator, t.Period, t.Scope} }

// publishers gives everybody who prints a total of a subject: a total is often read in the
// publication of somebody who quotes it.
func publishers(d *dataset.Dataset) map[subject][]string {
	all := map[subject][]string{}
	for _, t := range d.Totals {
		all[subjectOf(t)] = append(all[subjectOf(t)], publisher(d, t.Source))
	}
	return all
}

// publisher names whoever collected what a source says: "Harm Reduction International (quoted
// by X)" and "Harm Reduction International, EPLN" are Harm Reduction International.
func publisher(d *dataset.Dataset, id string) string {
	s, _ := d.Source(id)
	name, _, _ := strings.Cut(s.Publisher, " (")
	name, _, _ = strings.Cut(name, ",")
	return formerly(name)
}

// formerly gives the present name of a publisher that changed it in 2011.
func formerly(name string) string {
	if name == "International Harm Reduction Association" {
		return "Harm Reduction International"
	}
	return name
}

// theirs gives the countries of which the publishers' own rows say yes for the total's period.
func (l *Line) theirs(d *dataset.Dataset, printedBy []string) []string {
	var all []string
	for _, o := range d.Observations {
		if o.Indicator != l.Indicator || o.Period != l.Period || o.Value != "yes" || o.Basis != "" {
			continue
		}
		c, _ := d.Country(o.Country)
		if (l.Scope == world || c.Region == l.Scope) && slices.Contains(printedBy, publisher(d, o.Source)) {
			all = append(all, o.Country)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
