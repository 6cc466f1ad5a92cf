package publish_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
	"github.com/harm-reduction-atlas/atlas/tools/internal/status"
)

// readReal reads the data set of the atlas, once for all tests.
var readReal = sync.OnceValues(func() (set, error) {
	d := dataset.Load(os.DirFS("../../.."))
	world, err := boundary.Decode(dataset.BoundariesFile, d.Boundaries)
	if err != nil {
		return set{}, err
	}
	joined := map[string]string{}
	for _, a := range d.Areas {
		if a.Drawn == "joined" {
			joined[a.ID] = a.Country
		}
	}
	flat := func(p orb.Point) orb.Point { return p }
	return set{d, status.Of(d), world.Join(joined).Simplify(flat, 0.1).Areas()}, nil
})

type set struct {
	data  *dataset.Dataset
	atlas *status.Atlas
	areas []boundary.Area
}

func realSet(t testing.TB) set {
	t.Helper()
	s, err := readReal()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// makeReal publishes the atlas, once for all tests: they only read.
var makeReal = sync.OnceValues(func() (map[string][]byte, error) {
	s, err := readReal()
	if err != nil {
		return nil, err
	}
	files, err := publish.Files(s.data, s.atlas, s.areas, disclaimer)
	return byPath(files), err
})

func publishReal(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := makeReal()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func bothSets(t *testing.T) map[string]map[string][]byte {
	t.Helper()
	return map[string]map[string][]byte{"fixture": publishFixture(t), "real data": publishReal(t)}
}

// profiles counts the countries with a profile by reading the file anew.
func profiles(t *testing.T) (n int) {
	t.Helper()
	data, err := os.ReadFile("../../../data/countries.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range records(t, data) {
		if row["profile"] == "yes" {
			n++
		}
	}
	return n
}

func TestEveryCountryEverywhere(t *testing.T) {
	files, d := publishReal(t), realSet(t).data
	n := profiles(t)
	if n != 243 {
		t.Errorf("%d countries with a profile; the design says 243", n)
	}
	// Twelve files about the whole, three for each indicator, two for each country.
	if want := 12 + 3*len(d.Indicators) + 2*n; len(files) != want {
		t.Errorf("%d files, want %d", len(files), want)
	}
	for path, data := range files {
		switch {
		case strings.HasSuffix(path, ".geojson"):
			if got := len(decode(t, path, data).Features); got != n {
				t.Errorf("%s: %d features, want %d", path, got, n)
			}
		case strings.HasPrefix(path, "data/v1/indicators/") && strings.HasSuffix(path, ".json"):
			if got := len(at(t, data, "answers").([]any)); got != n {
				t.Errorf("%s: %d answers, want %d", path, got, n)
			}
		case strings.HasPrefix(path, "data/v1/countries/") && strings.HasSuffix(path, ".json"):
			if got := len(at(t, data, "answers").([]any)); got != len(d.Indicators) {
				t.Errorf("%s: %d answers, want %d", path, got, len(d.Indicators))
			}
		}
	}
}

// collection is a GeoJSON file as a stranger reads it.
type collection struct {
	Features []struct {
		ID         string
		Properties map[string]any
		Geometry   struct {
			Type        string
			Coordinates json.RawMessage
		}
	}
}

func decode(t *testing.T, path string, data []byte) collection {
	t.Helper()
	var c collection
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return c
}

// TestGeometry: closed rings by the right-hand rule, in degrees, with at most four decimals.
func TestGeometry(t *testing.T) {
	data := publishReal(t)["data/v1/atlas.geojson"]
	points := 0
	for _, f := range decode(t, "atlas", data).Features {
		var polygons [][][][2]float64
		var err error
		switch f.Geometry.Type {
		case "Point":
			points++
			var p [2]float64
			err = json.Unmarshal(f.Geometry.Coordinates, &p)
			checkPosition(t, f.ID, p)
		case "Polygon":
			polygons = make([][][][2]float64, 1)
			err = json.Unmarshal(f.Geometry.Coordinates, &polygons[0])
		case "MultiPolygon":
			err = json.Unmarshal(f.Geometry.Coordinates, &polygons)
		default:
			t.Errorf("%s: geometry is a %s", f.ID, f.Geometry.Type)
		}
		if err != nil {
			t.Errorf("%s: %v", f.ID, err)
		}
		for _, rings := range polygons {
			for i, ring := range rings {
				checkRing(t, f.ID, ring, i == 0)
			}
		}
	}
	if points == 0 || points > 20 {
		t.Errorf("%d countries are points; want the few without an area", points)
	}
}

func checkRing(t *testing.T, id string, ring [][2]float64, outer bool) {
	t.Helper()
	if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
		t.Errorf("%s: a ring is open or has %d positions", id, len(ring))
		return
	}
	area := 0.0
	for i, p := range ring {
		checkPosition(t, id, p)
		if i > 0 {
			q := ring[i-1]
			area += (q[0]-ring[0][0])*(p[1]-ring[0][1]) - (p[0]-ring[0][0])*(q[1]-ring[0][1])
			if math.Abs(p[0]-q[0]) > 180 {
				t.Errorf("%s: an edge crosses the antimeridian", id)
			}
			if p == q {
				t.Errorf("%s: %v stands twice in a row", id, p)
			}
		}
	}
	if area == 0 || (area > 0) != outer {
		t.Errorf("%s: a ring turns the wrong way (area %v)", id, area)
	}
}

func checkPosition(t *testing.T, id string, p [2]float64) {
	t.Helper()
	for i, limit := range []float64{180, 90} {
		if math.Abs(p[i]) > limit || math.Abs(p[i]*10000-math.Round(p[i]*10000)) > 1e-6 {
			t.Errorf("%s: position %v", id, p)
		}
	}
}

// TestEveryValueHasItsSource: no status but no-data without a source, and every source is
// in the list.
func TestEveryValueHasItsSource(t *testing.T) {
	files := publishReal(t)
	known := map[string]bool{}
	for _, s := range records(t, files["data/v1/sources.csv"]) {
		known[s["id"]] = true
	}
	for _, row := range records(t, files["data/v1/latest.csv"]) {
		for id := range strings.SplitSeq(row["sources"], ";") {
			if !known[id] {
				t.Errorf("latest.csv %s %s: source %q", row["indicator"], row["country"], id)
			}
		}
	}
	for path, data := range files {
		if !strings.HasPrefix(path, "data/v1/indicators/") || !strings.HasSuffix(path, ".geojson") {
			continue
		}
		for _, f := range decode(t, path, data).Features {
			source, _ := f.Properties["source"].(string)
			if (f.Properties["status"] == "no-data") != (source == "") || source != "" && !known[source] {
				t.Errorf("%s %s: status %v, source %q", path, f.ID, f.Properties["status"], source)
			}
		}
	}
}

// TestNothingIsLost: the rows of the data files, of observations.csv, of the parts by
// indicator and by country, and of the reasoning in JSON are as many.
func TestNothingIsLost(t *testing.T) {
	files, d := publishReal(t), realSet(t).data
	counts := map[string]int{}
	for path, data := range files {
		folder := path[:strings.LastIndex(path, "/")]
		switch {
		case path == "data/v1/observations.csv" || folder != "data/v1" && strings.HasSuffix(path, ".csv"):
			counts[folder+" csv"] += len(records(t, data))
		case folder != "data/v1" && strings.HasSuffix(path, ".json"):
			counts[folder+" json"] += bytes.Count(data, []byte(`"locator":`)) - bytes.Count(data, []byte(`"sources":["`))
		}
	}
	want := 0
	folder, err := os.ReadDir("../../../data/observations")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folder {
		data, err := os.ReadFile("../../../data/observations/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		want += len(records(t, data))
	}
	if want != len(d.Observations) || len(counts) != 5 {
		t.Fatalf("%d rows in the data, %d read; kinds of files %v", want, len(d.Observations), slices.Sorted(maps.Keys(counts)))
	}
	for kind, got := range counts {
		if got != want {
			t.Errorf("%s: %d observations, want %d", kind, got, want)
		}
	}
	series := map[[3]string]bool{}
	for _, o := range d.Observations {
		series[[3]string{o.Indicator, o.Country, o.Basis}] = true
	}
	if got := len(records(t, files["data/v1/latest.csv"])); got != len(series) {
		t.Errorf("latest.csv: %d rows, want one for each of %d series", got, len(series))
	}
}

// TestNoFormulas: no cell that a spreadsheet would run.
func TestNoFormulas(t *testing.T) {
	for path, data := range publishReal(t) {
		if !strings.HasSuffix(path, ".csv") {
			continue
		}
		for i, row := range records(t, data) {
			for column, cell := range row {
				// A point is two numbers, and the first may be west of Greenwich.
				if cell != "" && strings.Contains("=+-@", cell[:1]) && column != "point" {
					t.Errorf("%s row %d: %s is %q", path, i+1, column, cell)
				}
			}
		}
	}
}

// TestSameBytes: neither the number of cores nor the order of finishing changes a byte.
func TestSameBytes(t *testing.T) {
	first, s := publishReal(t), realSet(t)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	again, err := publish.Files(s.data, s.atlas, s.areas, disclaimer)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSortedFunc(again, func(a, b publish.File) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("the files are not sorted by path")
	}
	for _, f := range again {
		if !bytes.Equal(f.Data, first[f.Path]) {
			t.Errorf("%s differs", f.Path)
		}
	}
}

func BenchmarkFiles(b *testing.B) {
	s := realSet(b)
	for b.Loop() {
		if _, err := publish.Files(s.data, s.atlas, s.areas, disclaimer); err != nil {
			b.Fatal(err)
		}
	}
}
