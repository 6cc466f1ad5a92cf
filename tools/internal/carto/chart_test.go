package carto_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb/planar"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

func TestColumnsAreAsHighAsTheirCounts(t *testing.T) {
	c := carto.Columns([]carto.Class{carto.Yes, carto.Contested, carto.No}, []carto.Column{
		{2008, []int{60, 0, 90}}, {2010, []int{1, 0, 0}}, {2024, []int{100, 0, 20}},
	})
	if len(c.Bars) != 2 || c.Bars[0].Class != carto.Yes || c.Bars[1].Class != carto.No {
		t.Fatalf("bars %+v; want yes and no, and nothing for what does not occur", c.Bars)
	}
	yes, no := parsePath(t, c.Bars[0].Path), parsePath(t, c.Bars[1].Path)
	if len(yes) != 3 || len(no) != 2 {
		t.Fatalf("%d and %d columns; want 3 and 2", len(yes), len(no))
	}
	unit := math.Abs(planar.Area(yes[2])) / 100
	for name, got := range map[string]float64{"yes in 2008": planar.Area(yes[0]) / 60, "no in 2008": planar.Area(no[0]) / 90} {
		if math.Abs(math.Abs(got)/unit-1) > 0.03 {
			t.Errorf("%s: a country takes %.2f; want %.2f as elsewhere", name, math.Abs(got), unit)
		}
	}
	if got, want := no[0].Bound().Max[1], yes[0].Bound().Min[1]; math.Abs(got-want) > 0.11 {
		t.Errorf("no stands at %v; want it on yes, at %v", got, want)
	}
	if gap, wide := yes[1].Bound().Center()[0]-yes[0].Bound().Center()[0], yes[2].Bound().Center()[0]-yes[1].Bound().Center()[0]; math.Abs(wide/gap-7) > 0.1 {
		t.Errorf("two years take %.1f and fourteen %.1f; want time to scale", gap, wide)
	}
}

func TestChartsLabelsHaveRoomAndStayInside(t *testing.T) {
	for name, periods := range map[string][]int{
		"every year": {2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026},
		"one year":   {2024},
		"two":        {1992, 2025},
	} {
		var columns []carto.Column
		for i, p := range periods {
			columns = append(columns, carto.Column{Period: p, Counts: []int{i + 1}})
		}
		c := carto.Columns([]carto.Class{carto.Q3}, columns)
		for i, y := range c.Years {
			if y.X < 30 || y.X > c.Width-14 || y.Y > c.Height {
				t.Errorf("%s: the label %d at %v %v", name, y.Value, y.X, y.Y)
			}
			if i > 0 && c.Years[i-1].X-y.X < 30 {
				t.Errorf("%s: the labels %d and %d are %.1f apart", name, y.Value, c.Years[i-1].Value, c.Years[i-1].X-y.X)
			}
		}
		if last := periods[len(periods)-1]; len(c.Years) == 0 || c.Years[0].Value != last {
			t.Errorf("%s: labels %v; want %d among them", name, c.Years, last)
		}
		if n := len(c.Counts); n < 2 || n > 6 || c.Counts[n-1].Value < len(periods) {
			t.Errorf("%s: scale %v for %d", name, c.Counts, len(periods))
		}
	}
}

func TestChartOfNothing(t *testing.T) {
	if c := carto.Columns([]carto.Class{carto.Yes}, nil); len(c.Bars)+len(c.Years)+len(c.Counts) > 0 {
		t.Errorf("got %+v", c)
	}
}
