package reconcile_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/harm-reduction-atlas/atlas/tools/internal/reconcile"
)

// Of the world we count 2 in 2015, 2 in 2018, 4 in 2020 and 5 in 2024 (TestCount).
func TestTrends(t *testing.T) {
	for _, test := range []struct {
		name, totals string
		want         []reconcile.Point // of the only trend; none if there is none
		oldest       int
		newest       int
		direction    reconcile.Direction
	}{
		{"one year is no trend", "nsp,2020,world,6,hri-2020,\nnsp,2020,world,5,who-2020,\n", nil, 0, 0, ""},
		{"nor are years of different scopes", "nsp,2015,north,0,hri-2020,\nnsp,2020,world,6,hri-2020,\n", nil, 0, 0, ""},
		{"nor what is not compared", "nsp,2015,other:Europe,9,hri-2020,\nnsp,2020,other:Europe,9,hri-2020,\n", nil, 0, 0, ""},
		{"it shrinks", "nsp,2015,world,5,hri-2016,\nnsp,2020,world,6,hri-2020,\n",
			[]reconcile.Point{{2015, []int{5}, 2}, {2020, []int{6}, 4}}, -3, -2, reconcile.Shrinks},
		{"it grows, on whichever side", "nsp,2015,world,3,hri-2016,\nnsp,2020,world,2,hri-2020,\n",
			[]reconcile.Point{{2015, []int{3}, 2}, {2020, []int{2}, 4}}, -1, 2, reconcile.Grows},
		{"it stays", "nsp,2015,world,1,hri-2016,\nnsp,2018,world,9,hri-2016,\nnsp,2020,world,5,hri-2020,\n",
			[]reconcile.Point{{2015, []int{1}, 2}, {2018, []int{9}, 2}, {2020, []int{5}, 4}}, 1, -1, reconcile.Stays},
		{"of several numbers the farthest counts, and the order of lines does not",
			"nsp,2024,world,5,hri-2020,\nnsp,2020,world,7,hri-2020,\nnsp,2020,world,3,who-2020,\nnsp,2020,world,7,dpf-2021,\n",
			[]reconcile.Point{{2020, []int{3, 7}, 4}, {2024, []int{5}, 5}}, -3, 0, reconcile.Shrinks},
	} {
		t.Run(test.name, func(t *testing.T) {
			trends := reconcile.Trends(compare(test.totals, ""))
			if len(test.want) == 0 {
				if len(trends) > 0 {
					t.Errorf("trends %v, want none", trends)
				}
				return
			}
			if len(trends) != 1 {
				t.Fatalf("%d trends, want 1", len(trends))
			}
			if diff := cmp.Diff(test.want, trends[0].Points); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			oldest, newest := trends[0].Ends()
			if oldest != test.oldest || newest != test.newest || trends[0].Direction() != test.direction {
				t.Errorf("from %d to %d: %s; want from %d to %d: %s", oldest, newest, trends[0].Direction(), test.oldest, test.newest, test.direction)
			}
		})
	}
}
