package boundary_test

import (
	"testing"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

// fiji is an island that the antimeridian cuts twice, so that two pieces lie in the west, with a
// lake in the eastern piece.
const fiji = `{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
"objects":{"countries":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","properties":{"a3":"FJI"},"arcs":[[0],[1]]}]}},
"arcs":[
[[170,0],[-348,0],[0,2],[356,0],[0,2],[-356,0],[0,2],[348,0],[0,-6]],
[[172,1],[0,1],[1,0],[-1,-1]]]}`

// pole is a cap of ice around the south pole whose ring ends 360 degrees from where it began.
const pole = `{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
"objects":{"countries":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","properties":{"a3":"ATA"},"arcs":[[0]]}]}},
"arcs":[[[-180,-70],[100,5],[100,-3],[100,0],[50,-2],[-350,0]]]}`

func TestAreasAreCutAtTheAntimeridian(t *testing.T) {
	a, ok := areaOf(decoded(t, fiji).Areas(), "FJI")
	if !ok {
		t.Fatal("FJI is gone")
	}
	want := []orb.Polygon{
		{ring(170, 0, 180, 0, 180, 2, 178, 2, 178, 4, 180, 4, 180, 6, 170, 6, 170, 0), ring(172, 1, 172, 2, 173, 2, 172, 1)},
		{ring(-180, 0, -178, 0, -178, 2, -180, 2, -180, 0)},
		{ring(-180, 4, -178, 4, -178, 6, -180, 6, -180, 4)},
	}
	if len(a.Geometry) != len(want) {
		t.Fatalf("%d pieces; want %d: %v", len(a.Geometry), len(want), a.Geometry)
	}
	for _, w := range want {
		if !hasPolygon(a.Geometry, w) {
			t.Errorf("no piece %v among %v", w, a.Geometry)
		}
	}
	checkArea(t, a)
	checkNoJump(t, a)
}

func areaOf(areas []boundary.Area, id string) (boundary.Area, bool) {
	for _, a := range areas {
		if a.ID == id {
			return a, true
		}
	}
	return boundary.Area{}, false
}

func hasPolygon(m orb.MultiPolygon, want orb.Polygon) bool {
	for _, p := range m {
		same := len(p) == len(want)
		for i := range p {
			same = same && sameRing(p[i], want[i])
		}
		if same {
			return true
		}
	}
	return false
}

func TestWholeAreasRunOnPastTheAntimeridian(t *testing.T) {
	a, _ := areaOf(decoded(t, fiji).Whole(), "FJI")
	if len(a.Geometry) != 1 {
		t.Fatalf("%d polygons; want the island whole", len(a.Geometry))
	}
	if b := a.Geometry.Bound(); b.Min[0] != 170 || b.Max[0] != 182 {
		t.Errorf("runs from %v to %v; want 170 to 182", b.Min[0], b.Max[0])
	}
}

func TestARingAroundThePoleIsClosedAlongIt(t *testing.T) {
	a, _ := areaOf(decoded(t, pole).Areas(), "ATA")
	want := orb.Polygon{ring(180, -70, 170, -70, 120, -68, 20, -68, -80, -65, -180, -70, -180, -90, 180, -90, 180, -70)}
	if !hasPolygon(a.Geometry, want) {
		t.Errorf("got %v; want %v", a.Geometry, want)
	}
}
