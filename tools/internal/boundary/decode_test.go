package boundary_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

// squares is two countries side by side that share arc 0, a lake country inside the eastern one,
// and an island of the western one. One unit is one degree.
const squares = `{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
"objects":{"countries":{"type":"GeometryCollection","geometries":[
{"type":"MultiPolygon","properties":{"a3":"WES"},"arcs":[[[0,1]],[[4]]]},
{"type":"Polygon","properties":{"a3":"EAS"},"arcs":[[-1,2],[3]]},
{"type":"Polygon","properties":{"a3":"LAK"},"arcs":[[-4]]}]}},
"arcs":[
[[10,0],[0,5],[0,5]],
[[10,10],[-10,0],[0,-10],[10,0]],
[[10,0],[10,0],[0,10],[-10,0]],
[[14,4],[0,2],[2,0],[0,-2],[-2,0]],
[[2,20],[1,0],[0,1],[-1,-1]]]}`

func decoded(t testing.TB, data string) *boundary.Topology {
	t.Helper()
	topology, err := boundary.Decode("squares.json", []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return topology
}

func ring(coordinates ...float64) orb.Ring {
	var r orb.Ring
	for i := 0; i < len(coordinates); i += 2 {
		r = append(r, orb.Point{coordinates[i], coordinates[i+1]})
	}
	return r
}

func TestDecodeGivesAreasByIDAndRightHanded(t *testing.T) {
	got := map[string]orb.MultiPolygon{}
	var ids []string
	for _, a := range decoded(t, squares).Areas() {
		ids = append(ids, a.ID)
		got[a.ID] = a.Geometry
	}
	want := map[string]orb.MultiPolygon{
		"WES": {{ring(10, 0, 10, 5, 10, 10, 0, 10, 0, 0, 10, 0)}, {ring(2, 20, 3, 20, 3, 21, 2, 20)}},
		"EAS": {{ring(10, 0, 20, 0, 20, 10, 10, 10, 10, 5, 10, 0), ring(14, 4, 14, 6, 16, 6, 16, 4, 14, 4)}},
		"LAK": {{ring(14, 4, 16, 4, 16, 6, 14, 6, 14, 4)}},
	}
	for id, w := range want {
		for i := range w {
			for j := range w[i] {
				if !sameRing(got[id][i][j], w[i][j]) {
					t.Errorf("%s: ring %d of polygon %d is %v; want %v", id, j, i, got[id][i][j], w[i][j])
				}
			}
		}
	}
	if diff := cmp.Diff([]string{"EAS", "LAK", "WES"}, ids); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
}

// sameRing tells whether two closed rings are the same, wherever they begin.
func sameRing(a, b orb.Ring) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	n := len(a) - 1
	for shift := range n {
		same := true
		for i := range n {
			same = same && a[(i+shift)%n] == b[i]
		}
		if same {
			return true
		}
	}
	return false
}

func TestDecodeRefuses(t *testing.T) {
	replace := func(old, new string) string {
		if !strings.Contains(squares, old) {
			t.Fatalf("the example has no %s", old)
		}
		return strings.Replace(squares, old, new, 1)
	}
	for _, c := range []struct{ name, data, want string }{
		{"nothing", "", "cannot be read as TopoJSON"},
		{"a cut file", squares[:200], "cannot be read as TopoJSON"},
		{"another type", replace(`"type":"Topology"`, `"type":"FeatureCollection"`), `type is "FeatureCollection"; want Topology`},
		{"no quantisation", replace(`"transform"`, `"other"`), "no transform"},
		{"a scale missing", replace(`[1,1]`, `[1]`), "no transform with two scales"},
		{"no countries", replace(`"countries"`, `"land"`), `no object "countries"`},
		{"a point", replace(`"type":"Polygon"`, `"type":"Point"`), `area EAS: type is "Point"; want Polygon or MultiPolygon`},
		{"no code", replace(`"a3":"LAK"`, `"a3":""`), `area 2: code is ""; want three capitals`},
		{"a code twice", replace(`"a3":"LAK"`, `"a3":"WES"`), "area WES: stands twice"},
		{"an arc too high", replace(`[[-4]]`, `[[99]]`), "area LAK: arc 99 does not exist; there are 5"},
		{"an arc too low", replace(`[[-4]]`, `[[-99]]`), "area LAK: arc 98 does not exist; there are 5"},
		{"an arc used by three", replace(`[3]]}`, `[3],[3]]}`), "area LAK: arc 3 is used by more than two rings"},
		{"arcs that don't meet", replace(`[[0,1]]`, `[[0,4,1]]`), "area WES: arc 4 does not begin where arc 0 ends"},
		{"an open ring", replace(`[[0,1]]`, `[[0]]`), "area WES: ring of arc 0 does not close"},
		{"no rings", replace(`[[-4]]`, `[]`), "area LAK: polygon without rings"},
		{"no arcs in a ring", replace(`[[-4]]`, `[[]]`), "area LAK: ring without arcs"},
		{"no polygons", replace(`[[[0,1]],[[4]]]`, `[]`), "area WES: no polygons"},
		{"arcs of the wrong depth", replace(`[[-4]]`, `[[[-4]]]`), "area LAK: json: cannot unmarshal"},
		{"a fraction", replace(`[10,0],[0,5]`, `[10.5,0],[0,5]`), "cannot be read as TopoJSON"},
		{"a short arc", replace(`[[2,20],[1,0],[0,1],[-1,-1]]`, `[[2,20]]`), "arc 4: 1 positions; want two or more"},
		{"a word", replace(`[2,20]`, `[2,"x"]`), "arc 4: \"\\\"x\\\"\"; want a whole number"},
		{"arcs too flat", replace(`[[2,20],[1,0],[0,1],[-1,-1]]`, `7`), "arcs hold '7'; want lists of positions"},
		{"arcs too deep", replace(`[2,20]`, `[[2,20]]`), "arc 4: \"\"; want a whole number"},
		{"lists within lists without end", strings.Repeat("[", 1_000_000), "exceeded max depth"},
		{"three numbers", replace(`[2,20]`, `[2,20,7]`), "arc 4: position 0 has 3 numbers; want 2"},
		{"off the earth", replace(`[2,20]`, `[2,95]`), "arc 4: position 0 is 2 95; want degrees"},
		{"round and round", replace(`[[2,20],[1,0],[0,1],[-1,-1]]`,
			`[[170,20],[-340,0],[340,0],[-340,0],[170,0],[170,0],[-340,0],[170,0],[170,0],[-340,0]]`), "arc 4: position"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := boundary.Decode("world.json", []byte(c.data))
			if err == nil {
				t.Fatalf("no error; want %q", c.want)
			}
			if !strings.HasPrefix(err.Error(), "world.json: ") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %q; want the file's name and %q", err, c.want)
			}
		})
	}
}

func TestDecodeKeepsThePlaceOfAnAreaWithoutExtent(t *testing.T) {
	topology := decoded(t, strings.Replace(squares, `[[2,20],[1,0],[0,1],[-1,-1]]`, `[[2,20],[0,0]]`, 1))
	dot := decoded(t, `{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
"objects":{"countries":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","properties":{"a3":"DOT"},"arcs":[[0]]}]}},"arcs":[[[7,8],[0,0]]]}`)
	if a, _ := topology.Area("WES"); len(a.Geometry) != 1 {
		t.Errorf("an island shrunk to a point is still drawn: %v", a.Geometry)
	}
	if a, _ := dot.Area("DOT"); len(a.Geometry) != 0 || a.Point != (orb.Point{7, 8}) {
		t.Errorf("got %v at %v; want nothing at 7 8", a.Geometry, a.Point)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(squares))
	f.Add([]byte(fiji))
	f.Add([]byte(pole))
	f.Add([]byte(squares[:300]))
	f.Add([]byte(strings.Replace(squares, "-4", "-9223372036854775808", 1)))
	f.Add([]byte(strings.Replace(squares, `"scale":[1,1]`, `"scale":[1e308,1e308]`, 1)))
	f.Add([]byte(strings.Replace(squares, `[2,20],[1,0]`, `[9223372036854775807,1],[1,0]`, 1)))
	f.Fuzz(func(t *testing.T, data []byte) {
		topology, err := boundary.Decode("fuzz.json", data)
		if err != nil {
			if topology != nil || !strings.HasPrefix(err.Error(), "fuzz.json: ") {
				t.Fatalf("%v with %v", topology, err)
			}
			return
		}
		small := topology.Simplify(flat, 2).Join(map[string]string{"LAK": "EAS"})
		for _, a := range append(topology.Areas(), small.Areas()...) {
			checkArea(t, a)
		}
	})
}

func flat(p orb.Point) orb.Point { return p }

// checkArea tells whether an area may stand in GeoJSON.
func checkArea(t *testing.T, a boundary.Area) {
	t.Helper()
	for _, polygon := range a.Geometry {
		for _, r := range polygon {
			if len(r) < 4 || r[0] != r[len(r)-1] {
				t.Errorf("%s: ring of %d positions from %v to %v", a.ID, len(r), r[0], r[len(r)-1])
			}
			for _, p := range r {
				if p[0] < -180-1e-6 || p[0] > 180+1e-6 || p[1] < -90-1e-6 || p[1] > 90+1e-6 {
					t.Errorf("%s: %v is off the earth", a.ID, p)
				}
			}
		}
	}
}

// checkNoJump tells whether an area crosses the antimeridian.
func checkNoJump(t *testing.T, a boundary.Area) {
	t.Helper()
	for _, polygon := range a.Geometry {
		for _, r := range polygon {
			for i := 1; i < len(r); i++ {
				if abs(r[i][0]-r[i-1][0]) > 180 && r[i][1] != -90 {
					t.Errorf("%s: jumps from %v to %v", a.ID, r[i-1], r[i])
				}
			}
		}
	}
}

func abs(v float64) float64 { return max(v, -v) }

// world decodes the committed boundaries.
func world(t testing.TB) *boundary.Topology {
	t.Helper()
	topology, err := boundary.Decode(worldFile, worldData(t))
	if err != nil {
		t.Fatal(err)
	}
	return topology
}

const worldFile = "../../../data/boundaries/world-50m.json"

func worldData(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(worldFile)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
