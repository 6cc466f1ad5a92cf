package carto_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with a committed file; a missing one fails.
func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	path := "testdata/" + file
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run the test with -update and look at the picture)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// tiny is two neighbours, one of them with an enclave, an island cut by the antimeridian, and an
// area whose status is not settled.
const tiny = `{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
"objects":{"countries":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","properties":{"a3":"WES"},"arcs":[[0,1]]},
{"type":"Polygon","properties":{"a3":"EAS"},"arcs":[[-1,2],[3]]},
{"type":"Polygon","properties":{"a3":"LAK"},"arcs":[[-4]]},
{"type":"Polygon","properties":{"a3":"ISL"},"arcs":[[4]]},
{"type":"Polygon","properties":{"a3":"ODD"},"arcs":[[5]]},
{"type":"Polygon","properties":{"a3":"BAR"},"arcs":[[6]]}]}},
"arcs":[
[[0,-20],[0,40]],[[0,20],[-40,0],[0,-40],[40,0]],[[0,-20],[40,0],[0,40],[-40,0]],
[[18,-2],[0,4],[4,0],[0,-4],[-4,0]],
[[175,10],[-350,0],[0,10],[350,0],[0,-10]],
[[60,40],[20,0],[0,20],[-20,0],[0,-20]],
[[100,-50],[10,0],[0,10],[-10,0],[0,-10]]]}`

func tinyView(t testing.TB) carto.View {
	t.Helper()
	topology := tinyTopology(t)
	dot := orb.Point{-60, -30}
	return carto.World(topology, carto.List{
		Countries:    []carto.Country{{ID: "WES"}, {ID: "EAS"}, {ID: "LAK"}, {ID: "ISL"}, {ID: "DOT", Point: &dot}},
		Undetermined: []string{"ODD"},
		Unsettled:    []carto.Unsettled{{A: "WES", B: "EAS"}},
	})
}

func tinyMap() carto.Map {
	return carto.Map{
		Title: "Tea & <coffee>", Subtitle: "Latest status, 2026",
		Legend: []carto.LegendItem{
			{Fill: carto.Fill{Class: carto.Yes}, Label: "Yes:", Count: 1},
			{Fill: carto.Fill{Class: carto.No, Stale: true}, Label: "No, last reported 2008:", Count: 1},
			{Fill: carto.Fill{Class: carto.Unknown}, Label: "Unknown:", Count: 1},
			{Fill: carto.Fill{Class: carto.Contested}, Label: "Sources disagree:", Count: 1},
			{Fill: carto.Fill{Class: carto.None}, Label: "No data:", Count: 1},
		},
		Source: "Source: a book.", Date: "1 May 2026.", Disclaimer: strings.Repeat("Borders imply no opinion. ", 12),
		Countries: map[string]carto.Told{
			"WES": {Fill: carto.Fill{Class: carto.Yes}, Name: "West: yes, 2024"},
			"EAS": {Fill: carto.Fill{Class: carto.No, Stale: true}, Name: "East \"&\" more: no, 2008"},
			"LAK": {Fill: carto.Fill{Class: carto.Contested}, Name: "Lake: sources disagree"},
			"ISL": {Fill: carto.Fill{Class: carto.Unknown}, Name: "Island: unknown"},
			"DOT": {Name: "Dot: no data"},
		},
	}
}

// refill gives the countries of a map other fills, and none to those that are missing.
func refill(m carto.Map, fills map[string]carto.Fill) {
	for id, told := range m.Countries {
		m.Countries[id] = carto.Told{Fill: fills[id], Name: told.Name}
	}
}

func TestSVGGolden(t *testing.T) {
	golden(t, "tiny.svg", carto.SVG(tinyView(t), tinyMap()))
}

func TestSVGOfAScaleGolden(t *testing.T) {
	m := tinyMap()
	refill(m, map[string]carto.Fill{"WES": {Class: carto.Q1, Hatched: true}, "EAS": {Class: carto.Q5, Stale: true, Hatched: true}, "LAK": {Class: carto.Q3}})
	m.Legend = []carto.LegendItem{
		{Fill: carto.Fill{Class: carto.Q1}, Label: "under 10 %:", Count: 1},
		{Fill: carto.Fill{Class: carto.Q1, Hatched: true}, Label: "with alcohol:", Count: 2},
	}
	golden(t, "tiny-scale.svg", carto.SVG(tinyView(t), m))
}

// wellFormed tells whether a picture is XML that holds no script and refers to nothing outside.
func wellFormed(t *testing.T, name string, picture []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(picture))
	ids := map[string]bool{}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if element.Name.Local == "script" || element.Name.Local == "image" {
			t.Errorf("%s: holds <%s>", name, element.Name.Local)
		}
		for _, a := range element.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" || a.Name.Local == "style" {
				t.Errorf("%s: holds %s=%q", name, a.Name.Local, a.Value)
			}
			if a.Name.Local == "id" {
				if ids[a.Value] {
					t.Errorf("%s: two elements are called %s", name, a.Value)
				}
				ids[a.Value] = true
			}
		}
	}
	for _, ref := range regexp.MustCompile(`url\(([^)]*)\)`).FindAllSubmatch(picture, -1) {
		if id := strings.TrimPrefix(string(ref[1]), "#"); !ids[id] {
			t.Errorf("%s: refers to %s, which it does not hold", name, ref[1])
		}
	}
}

func TestSVGOfTheWorldStandsAlone(t *testing.T) {
	l := list(t)
	m := tinyMap()
	m.Countries = map[string]carto.Told{}
	fills := carto.Fills()
	for i, c := range l.Countries { // every fill there is
		m.Countries[c.ID] = carto.Told{Fill: fills[i%len(fills)], Name: c.ID + " <&> said"}
	}
	picture := carto.SVG(carto.World(world(t), l), m)
	wellFormed(t, "world", picture)
	for _, c := range l.Countries {
		if !bytes.Contains(picture, []byte("<title>"+c.ID+" &lt;&amp;&gt; said</title>")) {
			t.Errorf("%s is not named", c.ID)
		}
	}
	for _, f := range fills {
		if !bytes.Contains(picture, []byte("."+f.Name()+"{fill:")) {
			t.Errorf("no rule for %s", f.Name())
		}
	}
}

func TestWordsStandInThePicture(t *testing.T) {
	m := tinyMap()
	picture := string(carto.SVG(tinyView(t), m))
	for _, want := range []string{
		"Tea &amp; &lt;coffee&gt;</text>", m.Subtitle + "</text>", "Source: a book. 1 May 2026.</text>",
		"No, last reported 2008: <tspan", "<desc id=\"desc\">Latest status, 2026. Yes: 1. No, last reported 2008: 1.",
	} {
		if !strings.Contains(picture, want) {
			t.Errorf("no %s", want)
		}
	}
	var words []string
	for _, line := range regexp.MustCompile(`<text class="small"[^>]*>([^<]*)</text>`).FindAllStringSubmatch(picture, -1) {
		if len(line[1]) > 180 {
			t.Errorf("a line of %d characters does not fit", len(line[1]))
		}
		words = append(words, line[1])
	}
	if got := strings.Join(words, " "); !strings.Contains(got, strings.TrimSpace(m.Disclaimer)) {
		t.Errorf("the disclaimer is not whole: %s", got)
	}
}

func TestACountryWithoutAStatusHasNoData(t *testing.T) {
	picture := string(carto.SVG(tinyView(t), carto.Map{Title: "Empty"}))
	if n := strings.Count(picture, `class="none"`); n != 5 {
		t.Errorf("%d shapes and marks without data; want 4 shapes and a mark", n)
	}
	if !strings.Contains(picture, "<title>DOT</title>") {
		t.Error("a country without a name does not even give its code")
	}
}

func BenchmarkSVG(b *testing.B) {
	l := list(b)
	v, m := carto.World(world(b), l), tinyMap()
	for b.Loop() {
		carto.SVG(v, m)
	}
}

// BenchmarkWhole is everything from the bytes of the file to the world's picture.
func BenchmarkWhole(b *testing.B) {
	l, m := list(b), tinyMap()
	for b.Loop() {
		carto.SVG(carto.World(world(b), l), m)
	}
}
