package agenda

import (
	"cmp"
	"strconv"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Reason says why something should be looked up.
type Reason string

// The reasons that make a gap.
const (
	Missing   Reason = "no data"
	Unknown   Reason = "unknown"
	Contested Reason = "contested"
	Stale     Reason = "stale"
	// StaleNext will be stale in the year of the next edition.
	StaleNext Reason = "soon stale"
	Inferred  Reason = "inferred"
)

// The reasons for which a gap matters more.
const (
	// ManyPeople: ManyFrom or more people inject drugs in the country.
	ManyPeople Reason = "many people"
	// LastCore: every other core question has an answer there.
	LastCore Reason = "last core gap"
)

// Reasons lists every reason.
var Reasons = []Reason{Missing, Unknown, Contested, Stale, StaleNext, Inferred, ManyPeople, LastCore}

// ManyFrom is how many people are many: in the thirty or so countries that have as many live
// nine of ten people who are known to inject drugs.
const ManyFrom = 50_000

// reasons gives what makes a gap of a status; none if it is sure and new.
func reasons(s status.Series, staleAfter int, e dataset.Edition) []Reason {
	var all []Reason
	switch s.Latest.State {
	case status.Unknown:
		all = append(all, Unknown)
	case status.Contested:
		all = append(all, Contested)
	}
	switch {
	case s.Stale:
		all = append(all, Stale)
	case s.StaleBy(e.Next(), staleAfter):
		all = append(all, StaleNext)
	}
	if s.Inferred() {
		all = append(all, Inferred)
	}
	return all
}

func weights(people int, last bool) []Reason {
	var all []Reason
	if people >= ManyFrom {
		all = append(all, ManyPeople)
	}
	if last {
		all = append(all, LastCore)
	}
	return all
}

// lastOpen gives the only core indicator of which nothing is known in a country; empty if
// there are several, or none.
func lastOpen(d *dataset.Dataset, a *status.Atlas, iso3 string) string {
	last := ""
	for _, i := range d.Core() {
		s, ok := a.Headline(i.ID, iso3)
		if ok && s.Latest.State != status.Unknown {
			continue
		}
		if last != "" {
			return ""
		}
		last = i.ID
	}
	return last
}

// peopleIn gives how many people inject drugs in a country, at least; 0 where nobody has said.
func peopleIn(a *status.Atlas, iso3 string) int {
	s, said := a.Headline("people-who-inject", iso3)
	if !said {
		return 0
	}
	// What is no whole number breaks a rule of the data, and counts as not said.
	n, _ := strconv.Atoi(cmp.Or(s.Latest.Lead.Value, s.Latest.Lead.Low))
	return n
}
