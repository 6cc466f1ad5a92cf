package site

import (
	"cmp"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// Change is a service or policy that appeared or ended between two periods. Only values
// that sources state or imply make a change; a newly derived, contested or unknown one never does.
type Change struct {
	Indicator string    `json:"indicator"`
	Country   string    `json:"country"`
	From      Earlier   `json:"from"`
	To        Earlier   `json:"to"`
	Lead      Statement `json:"lead"`
}

// changes lists them, newest first.
func (b builder) changes() []Change {
	var list []Change
	for _, s := range b.statuses.All {
		if s.National() {
			list = append(list, changesOf(s)...)
		}
	}
	slices.SortStableFunc(list, func(a, b Change) int { return cmp.Compare(b.To.Year, a.To.Year) })
	return list
}

func changesOf(s status.Series) []Change {
	var list []Change
	last := status.Conclusion{State: status.NoData}
	for _, c := range s.Periods {
		if !c.State.Known() || c.Derived {
			continue
		}
		if last.State.Known() && last.State != c.State {
			list = append(list, Change{s.Indicator, key(s.Country), Earlier{string(last.State), last.Period},
				Earlier{string(c.State), c.Period}, statement(c.Lead)})
		}
		last = c
	}
	return list
}
