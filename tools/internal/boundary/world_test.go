package boundary_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

const boundaries = "../../../data/boundaries/"

func read(t testing.TB, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// rows gives the records of a CSV file by column.
func rows(t testing.TB, file string) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(read(t, file))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, record := range all[1:] {
		row := map[string]string{}
		for i, name := range all[0] {
			row[name] = record[i]
		}
		out = append(out, row)
	}
	return out
}

// drawn joins and splits the world as areas.csv says.
func drawn(t testing.TB) *boundary.Topology {
	t.Helper()
	points := map[string]orb.Point{}
	for _, r := range rows(t, "../../../data/countries.csv") {
		var p orb.Point
		if n, _ := fmt.Sscan(r["point"], &p[0], &p[1]); n == 2 {
			points[r["iso3"]] = p
		}
	}
	into := map[string]string{}
	var parts []boundary.Part
	for _, r := range rows(t, boundaries+"areas.csv") {
		switch {
		case r["drawn"] == "joined":
			into[r["area"]] = r["country"]
		case r["drawn"] == "mark" && r["country"] != "":
			parts = append(parts, boundary.Part{ID: r["area"], From: r["country"], At: points[r["area"]]})
		}
	}
	return world(t).Join(into).Split(parts)
}

func TestOriginCardFitsTheFile(t *testing.T) {
	card, data := read(t, boundaries+"ORIGIN.toml"), worldData(t)
	for _, want := range []string{
		fmt.Sprintf("sha256 = %q", fmt.Sprintf("%x", sha256.Sum256(data))),
		fmt.Sprintf("bytes = %d\n", len(data)),
	} {
		if !strings.Contains(card, want) {
			t.Errorf("the card lacks %s", want)
		}
	}
}

// Every area is a country or explained, and every country has an area or is explained.
func TestEveryAreaIsMatchedOrExplained(t *testing.T) {
	country, area, explained := map[string]bool{}, map[string]bool{}, map[string]string{}
	for _, r := range rows(t, "../../../data/countries.csv") {
		country[r["iso3"]] = true
	}
	for _, a := range world(t).Areas() {
		area[a.ID] = true
	}
	for _, r := range rows(t, boundaries+"areas.csv") {
		explained[r["area"]] = r["drawn"]
		if r["country"] != "" && !country[r["country"]] {
			t.Errorf("%s is drawn with %s, which is no country", r["area"], r["country"])
		}
	}
	matched, odd := 0, 0
	for id := range area {
		switch {
		case country[id] && explained[id] == "":
			matched++
		case !country[id] && (explained[id] == "joined" || explained[id] == "undetermined"):
			odd++
		default:
			t.Errorf("area %s: country %v, explained as %q", id, country[id], explained[id])
		}
	}
	if matched != 237 || odd != 5 {
		t.Errorf("%d areas are countries and %d are explained; want 237 and 5, 242 in all", matched, odd)
	}
	after := drawn(t)
	for id := range country {
		if _, ok := after.Area(id); !ok && explained[id] != "mark" {
			t.Errorf("country %s has no area and no explanation", id)
		}
	}
}

// Every unsettled line is a border of the areas as drawn.
func TestUnsettledLinesAreBorders(t *testing.T) {
	borders := map[string]bool{}
	for _, b := range drawn(t).Borders() {
		borders[b.A+" "+b.B] = true
	}
	for _, r := range rows(t, boundaries+"lines.csv") {
		if pair := r["area"] + " " + r["neighbour"]; !borders[pair] {
			t.Errorf("%s is no border", pair)
		}
	}
}

// The table of README.md names places and the area that holds each; this reads it.
func TestREADMESaysWhatTheGeometryHolds(t *testing.T) {
	place := regexp.MustCompile(`([\p{L}' -]+) \((-?[0-9.]+) (-?[0-9.]+)\) → ([A-Z]{3}|none)`)
	found := place.FindAllStringSubmatch(read(t, boundaries+"README.md"), -1)
	if len(found) < 25 {
		t.Fatalf("README.md names %d places; want 25 or more", len(found))
	}
	areas := drawn(t).Areas()
	for _, f := range found {
		var p orb.Point
		if _, err := fmt.Sscan(f[2]+" "+f[3], &p[0], &p[1]); err != nil {
			t.Fatal(err)
		}
		got := "none"
		for _, a := range areas {
			if planar.MultiPolygonContains(a.Geometry, p) {
				got = a.ID
			}
		}
		if got != f[4] {
			t.Errorf("%s at %v lies in %s; README.md says %s", f[1], p, got, f[4])
		}
	}
}

func TestWorldIsCleanAtTheAntimeridian(t *testing.T) {
	for _, a := range drawn(t).Areas() {
		checkArea(t, a)
		checkNoJump(t, a)
		b := a.Geometry.Bound()
		across := len(a.Geometry) > 0 && b.Max[0]-b.Min[0] > 300
		if expected := strings.Contains("ATA FJI KIR NZL RUS USA", a.ID); across != expected {
			t.Errorf("%s reaches from %v to %v", a.ID, b.Min[0], b.Max[0])
		}
	}
	for _, id := range []string{"RUS", "FJI"} {
		whole, _ := drawn(t).Area(id)
		for _, p := range whole.Geometry {
			if b := p.Bound(); b.Max[0]-b.Min[0] > 180 {
				t.Errorf("%s: a polygon jumps from %v to %v", id, b.Min[0], b.Max[0])
			}
		}
	}
}

func TestJoinedAreasHaveNoInnerBorder(t *testing.T) {
	topology := drawn(t)
	for id, polygons := range map[string]int{"CYP": 1, "SOM": 1} {
		a, _ := topology.Area(id)
		if len(a.Geometry) != polygons {
			t.Errorf("%s has %d polygons; want %d", id, len(a.Geometry), polygons)
		}
	}
	for _, id := range []string{"CYN", "SOL", "ATC", "IOA"} {
		if _, ok := topology.Area(id); ok {
			t.Errorf("%s is still an area", id)
		}
	}
	checkBorders(t, topology)
}

func TestTwoRunsAgree(t *testing.T) {
	print := func() []byte {
		var b bytes.Buffer
		for _, a := range drawn(t).Simplify(flat, 0.2).Areas() {
			fmt.Fprintln(&b, a)
		}
		return b.Bytes()
	}
	if !bytes.Equal(print(), print()) {
		t.Error("the same file gave two results")
	}
}

func BenchmarkDecode(b *testing.B) {
	data := worldData(b)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := boundary.Decode(worldFile, data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkJoinAndSplit(b *testing.B) {
	topology := world(b)
	for b.Loop() {
		topology.Join(map[string]string{"CYN": "CYP", "SOL": "SOM"}).Split([]boundary.Part{{ID: "GUF", From: "FRA", At: orb.Point{-53.1, 4}}})
	}
}

func BenchmarkSimplify(b *testing.B) {
	topology := world(b)
	for b.Loop() {
		topology.Simplify(flat, 0.15)
	}
}
