package reconcile

import (
	"cmp"
	"slices"
)

// Trend is how the printed totals of an indicator in a scope, and our counts, went over years.
type Trend struct {
	Indicator, Scope string
	// Points are two or more, oldest first.
	Points []Point
}

// Point is what was printed of one year and what we count.
type Point struct {
	Period int
	// Printed are the numbers that publications print, each once, smallest first.
	Printed []int
	Ours    int
}

// Direction tells where a difference goes.
type Direction string

// The directions.
const (
	Grows   Direction = "grows"
	Shrinks Direction = "shrinks"
	Stays   Direction = "stays"
)

// Diff is how many more we count than were printed; of several numbers the one farthest from
// ours counts, so that no choice of ours makes a difference look small.
func (p Point) Diff() int {
	return slices.MaxFunc([]int{p.Ours - p.Printed[0], p.Ours - p.Printed[len(p.Printed)-1]}, func(a, b int) int {
		return cmp.Compare(max(a, -a), max(b, -b))
	})
}

// Ends gives the differences of the oldest and of the newest year.
func (t Trend) Ends() (oldest, newest int) {
	return t.Points[0].Diff(), t.Points[len(t.Points)-1].Diff()
}

// Direction compares the newest difference with the oldest, whichever side is ahead.
func (t Trend) Direction() Direction {
	oldest, newest := t.Ends()
	switch before, now := max(oldest, -oldest), max(newest, -newest); {
	case now > before:
		return Grows
	case now < before:
		return Shrinks
	}
	return Stays
}

// Trends gives a trend for each indicator and scope of which totals of several years were
// compared, in the order of the lines.
func Trends(lines []Line) []Trend {
	var all []Trend
	for _, l := range lines {
		if l.Kept != "" {
			continue
		}
		i := slices.IndexFunc(all, func(t Trend) bool { return t.Indicator == l.Indicator && t.Scope == l.Scope })
		if i < 0 {
			i, all = len(all), append(all, Trend{Indicator: l.Indicator, Scope: l.Scope})
		}
		all[i].add(l)
	}
	return slices.DeleteFunc(all, func(t Trend) bool { return len(t.Points) < 2 })
}

// add keeps points by year and their numbers by size, whatever the order of lines.
func (t *Trend) add(l Line) {
	i, found := slices.BinarySearchFunc(t.Points, l.Period, func(p Point, year int) int { return cmp.Compare(p.Period, year) })
	if !found {
		t.Points = slices.Insert(t.Points, i, Point{Period: l.Period, Ours: l.Ours})
	}
	p := &t.Points[i]
	if at, printed := slices.BinarySearch(p.Printed, l.Countries); !printed {
		p.Printed = slices.Insert(p.Printed, at, l.Countries)
	}
}
