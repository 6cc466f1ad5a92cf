package boundary_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

func TestSimplify(t *testing.T) {
	for _, c := range []struct {
		name      string
		tolerance float64
		want      map[string][]int // positions of each ring, area by area
	}{
		{"only points on a line go", 0.01, map[string][]int{"EAS": {5, 5}, "LAK": {5}, "WES": {5, 4}}},
		{"an island too small goes", 0.5, map[string][]int{"EAS": {5, 5}, "LAK": {5}, "WES": {5}}},
		{"a shared ring stays a ring", 5, map[string][]int{"EAS": {5, 4}, "LAK": {4}, "WES": {5}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := map[string][]int{}
			for _, a := range decoded(t, squares).Simplify(flat, c.tolerance).Areas() {
				for _, p := range a.Geometry {
					for _, r := range p {
						got[a.ID] = append(got[a.ID], len(r))
					}
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("positions (-want +got):\n%s", diff)
			}
		})
	}
}

// spike is a bay whose simplified shore would cut through the island in it.
const spike = `{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
"objects":{"countries":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","properties":{"a3":"BAY"},"arcs":[[0]]},
{"type":"Polygon","properties":{"a3":"ISL"},"arcs":[[1]]}]}},
"arcs":[
[[0,0],[40,0],[0,20],[-17,0],[-3,-6],[-3,6],[-17,0],[0,-20]],
[[19,21],[1,-4],[1,4],[-2,0]]]}`

func TestSimplifyKeepsApartWhatTheSourceKeepsApart(t *testing.T) {
	bay, _ := decoded(t, spike).Simplify(flat, 6.5).Area("BAY")
	alone, _ := decoded(t, spike).Without("ISL").Simplify(flat, 6.5).Area("BAY")
	if len(alone.Geometry[0][0]) != 5 {
		t.Fatalf("the example does not simplify the bay away: %v", alone.Geometry)
	}
	if len(bay.Geometry[0][0]) < 6 {
		t.Errorf("the shore crosses the island: %v", bay.Geometry)
	}
}

func TestSimplifyOfTheWorld(t *testing.T) {
	world := world(t)
	small := world.Simplify(func(p orb.Point) orb.Point { return p }, 0.15)
	if diff := cmp.Diff(ids(world), ids(small)); diff != "" {
		t.Errorf("areas (-want +got):\n%s", diff)
	}
	for _, a := range small.Areas() {
		checkArea(t, a)
		checkNoJump(t, a)
		if original, _ := world.Area(a.ID); len(original.Geometry) > 0 && len(a.Geometry) == 0 {
			t.Errorf("%s has lost its last ring", a.ID)
		}
	}
	checkBorders(t, small)
}

// checkBorders tells whether both sides of every border hold the same points.
func checkBorders(t *testing.T, topology *boundary.Topology) {
	t.Helper()
	sides := map[[2]orb.Point]int{}
	for _, a := range topology.Whole() {
		for _, p := range a.Geometry {
			for _, r := range p {
				for i := 1; i < len(r); i++ {
					sides[[2]orb.Point{r[i-1], r[i]}]++
				}
			}
		}
	}
	borders := topology.Borders()
	for _, border := range borders {
		line := border.Line
		for i := 1; i < len(line); i++ {
			there, back := sides[[2]orb.Point{line[i-1], line[i]}], sides[[2]orb.Point{line[i], line[i-1]}]
			if there != 1 || back != 1 {
				t.Errorf("border edge %v to %v stands %d times on one side and %d on the other", line[i-1], line[i], there, back)
			}
		}
	}
	if len(borders) < 300 {
		t.Errorf("only %d borders", len(borders))
	}
}
