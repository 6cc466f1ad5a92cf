package carto_test

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

// reference reads values that another program computed: longitude, latitude, x, y.
func reference(t *testing.T) [][4]float64 {
	t.Helper()
	f, err := os.Open("testdata/equal-earth-d3-geo-3.1.1.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out [][4]float64
	for _, record := range all[1:] {
		var v [4]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(record[i], 64); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, v)
	}
	return out
}

func TestEqualEarthAgreesWithD3(t *testing.T) {
	values := reference(t)
	if len(values) < 100 {
		t.Fatalf("only %d reference values", len(values))
	}
	for _, v := range values {
		got := carto.EqualEarth(orb.Point{v[0], v[1]})
		if math.Abs(got[0]-v[2]) > 1e-9 || math.Abs(got[1]-v[3]) > 1e-9 {
			t.Errorf("EqualEarth(%v, %v) = %v; d3-geo says %v %v", v[0], v[1], got, v[2], v[3])
		}
	}
}

func TestEqualEarthInverseUndoesIt(t *testing.T) {
	for _, v := range reference(t) {
		got := carto.EqualEarthInverse(orb.Point{v[2], v[3]})
		if math.Abs(got[0]-v[0]) > 1e-6 || math.Abs(got[1]-v[1]) > 1e-6 {
			t.Errorf("EqualEarthInverse(%v, %v) = %v; want %v %v", v[2], v[3], got, v[0], v[1])
		}
	}
}

// A band of one degree keeps its true share of the sphere wherever it lies.
func TestEqualEarthKeepsAreas(t *testing.T) {
	for lat := -85.0; lat < 85; lat += 10 {
		width := carto.EqualEarth(orb.Point{1, lat})[0] + carto.EqualEarth(orb.Point{1, lat + 1})[0]
		height := carto.EqualEarth(orb.Point{0, lat + 1})[1] - carto.EqualEarth(orb.Point{0, lat})[1]
		got := width / 2 * height
		want := (math.Sin((lat+1)*math.Pi/180) - math.Sin(lat*math.Pi/180)) * math.Pi / 180
		if math.Abs(got/want-1) > 2e-4 {
			t.Errorf("at %v: area %v; the sphere has %v", lat, got, want)
		}
	}
}
