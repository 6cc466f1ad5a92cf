package publish_test

import (
	"encoding/json"
	"testing"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// TestGeometryOfOneCountry shows what becomes of every shape that an area can have.
func TestGeometryOfOneCountry(t *testing.T) {
	line := orb.Ring{{0, 0}, {1, 1}, {0, 0}}
	tiny := square(5, 5, 0.00001) // a metre: equal points, once rounded
	open := orb.Ring{{0, 0}, {2, 0}, {2, 2}}
	tests := []struct {
		name string
		area boundary.Area
		want string
	}{
		{"one polygon", boundary.Area{Geometry: orb.MultiPolygon{{square(0, 0, 1)}}},
			`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}`},
		{"two polygons", boundary.Area{Geometry: orb.MultiPolygon{{square(0, 0, 1)}, {square(3, -2, 1)}}},
			`{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,1],[0,0]]],[[[3,-2],[4,-2],[4,-1],[3,-1],[3,-2]]]]}`},
		{"a ring that was not closed", boundary.Area{Geometry: orb.MultiPolygon{{open}}},
			`{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,0]]]}`},
		{"a hole without area is left out", boundary.Area{Geometry: orb.MultiPolygon{{square(0, 0, 1), line, orb.Ring{}}}},
			`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}`},
		{"a polygon without area is left out with its holes", boundary.Area{Geometry: orb.MultiPolygon{{line, square(0, 0, 1)}, {square(0, 0, 1)}}},
			`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}`},
		{"the antimeridian stays at 180", boundary.Area{Geometry: orb.MultiPolygon{{square(179, -1, 1)}}},
			`{"type":"Polygon","coordinates":[[[179,-1],[180,-1],[180,0],[179,0],[179,-1]]]}`},
		{"nothing left but a place", boundary.Area{Geometry: orb.MultiPolygon{{tiny}}, Point: orb.Point{5.00001, -5.55556}},
			`{"type":"Point","coordinates":[5,-5.5556]}`},
		{"a polygon without rings", boundary.Area{Geometry: orb.MultiPolygon{{}}, Point: orb.Point{1, 2}},
			`{"type":"Point","coordinates":[1,2]}`},
		{"no polygon at all", boundary.Area{Point: orb.Point{1, 2}}, `{"type":"Point","coordinates":[1,2]}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.area.ID = "XAA"
			d := fixture(t)
			files, err := publish.Files(d, status.Of(d), append(fixtureAreas()[1:], test.area), disclaimer)
			if err != nil {
				t.Fatal(err)
			}
			var seen struct {
				Features []struct{ Geometry json.RawMessage }
			}
			if err := json.Unmarshal(byPath(files)["data/v1/atlas.geojson"], &seen); err != nil {
				t.Fatal(err)
			}
			if got := string(seen.Features[0].Geometry); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
