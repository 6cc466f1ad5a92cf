package site

import (
	"cmp"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
)

// Reconciliation puts our head-counts beside those that publishers print.
type Reconciliation struct {
	// Compared counts the totals that have a count of ours, Equal those of them that agree
	// with it; Kept counts the printed totals that count something else.
	Compared int `json:"compared"`
	Equal    int `json:"equal"`
	Kept     int `json:"kept"`
	// Indicators follow the order of pages; those without a total are not in it.
	Indicators []Reconciled `json:"indicators"`
}

// Reconciled are the totals of one indicator, oldest first, the world before its regions.
type Reconciled struct {
	Indicator string  `json:"indicator"`
	Totals    []Total `json:"totals"`
}

// Total is a number of countries as it was printed, perhaps by several publications, and ours.
type Total struct {
	Period int `json:"period"`
	// Scope is world or a region.
	Scope   string    `json:"scope"`
	Ours    int       `json:"ours"`
	Printed []Printed `json:"printed"`
	// Explained says in English, as exceptions.csv does, where a difference comes from.
	Explained string `json:"explained,omitempty"`
	// Countries may make the difference; if Named, they do, since the publisher's own list is known.
	Countries []Differing `json:"countries,omitempty"`
	Named     bool        `json:"named,omitempty"`
}

// Printed is one number as publications print it.
type Printed struct {
	Countries int `json:"countries"`
	// Difference is how many more we count.
	Difference int      `json:"difference"`
	Sources    []string `json:"sources"`
}

// Differing is a country that we count and the publisher may not, or the other way round.
type Differing struct {
	Country string `json:"country"`
	Counted bool   `json:"counted"`
}

func (b builder) reconciliation() Reconciliation {
	var r Reconciliation
	totals := map[string][]Total{}
	for _, l := range reconcile.Compare(b.data, b.statuses) {
		if l.Kept != "" {
			r.Kept++
			continue
		}
		r.Compared++
		if l.Diff == 0 {
			r.Equal++
		}
		list := totals[l.Indicator]
		at := slices.IndexFunc(list, func(t Total) bool { return t.Period == l.Period && t.Scope == l.Scope })
		if at < 0 {
			at, list = len(list), append(list, Total{Period: l.Period, Scope: l.Scope, Ours: l.Ours})
		}
		list[at].take(l)
		totals[l.Indicator] = list
	}
	for _, i := range b.data.Indicators {
		if list := totals[i.ID]; len(list) > 0 {
			b.sortTotals(list)
			r.Indicators = append(r.Indicators, Reconciled{i.ID, list})
		}
	}
	return r
}

// take adds what one publication prints.
func (t *Total) take(l reconcile.Line) {
	same := func(p Printed) bool { return p.Countries == l.Countries }
	if i := slices.IndexFunc(t.Printed, same); i >= 0 {
		t.Printed[i].Sources = append(t.Printed[i].Sources, l.Source)
	} else {
		t.Printed = append(t.Printed, Printed{l.Countries, l.Diff, []string{l.Source}})
	}
	t.Explained = cmp.Or(t.Explained, l.Explained)
	t.Named = t.Named || l.Named && l.Diff != 0
	for _, c := range l.Candidates {
		one := Differing{key(c.Country), c.Counted}
		if !slices.Contains(t.Countries, one) {
			t.Countries = append(t.Countries, one)
		}
	}
}

// sortTotals puts older ones first, then the world before the regions in the order of pages.
func (b builder) sortTotals(list []Total) {
	place := func(scope string) int {
		return slices.IndexFunc(b.data.Regions, func(r dataset.Region) bool { return r.ID == scope })
	}
	slices.SortStableFunc(list, func(a, b Total) int {
		return cmp.Or(cmp.Compare(a.Period, b.Period), cmp.Compare(place(a.Scope), place(b.Scope)))
	})
}
