package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"runtime"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
)

// squares is a view of three countries side by side, the third so small that it has a mark.
var squares = carto.View{
	Width: 300, Height: 100, Outline: "M0 0h300v100H0z", Graticule: "M150 0v100",
	Shapes: []carto.Shape{
		{ID: "AAA", Path: "M10 10h80v80h-80z"},
		{ID: "BBB", Path: "M110 10h80v80h-80zm20 20v40h40v-40z"}, // with a lake
		{ID: "CCC", Mark: &carto.Mark{X: 250, Y: 50, R: 10, AnchorX: 210, AnchorY: 50}},
	},
}

func words(status map[string]carto.Class) carto.Map {
	countries := map[string]carto.Told{}
	for id, class := range status {
		countries[id] = carto.Told{Fill: carto.Fill{Class: class}}
	}
	return carto.Map{Title: "Three squares", Subtitle: "Côte d’Ivoire, Türkiye, Åland", Countries: countries,
		Legend: []carto.LegendItem{{Fill: carto.Fill{Class: carto.Yes}, Label: "Yes", Count: 1}},
		Source: "Source: a book.", Date: "1 May 2026.", Disclaimer: "Borders imply no opinion."}
}

// pixelsPerUnit makes the picture of squares exact: 348 units with its margins.
const pixelsPerUnit = 4

func drawn(t *testing.T, m carto.Map) image.Image {
	t.Helper()
	data, err := raster.Map(squares, m, 348*pixelsPerUnit)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// at gives the colour at a place of the view, which stands 24 units from the left and 84 from the top.
func at(img image.Image, x, y float64) color.RGBA {
	return color.RGBAModel.Convert(img.At(int((24+x)*pixelsPerUnit), int((84+y)*pixelsPerUnit))).(color.RGBA)
}

func colour(name string) color.RGBA {
	for _, c := range carto.Palette() {
		if c.Name == name {
			hex := func(i int) uint8 {
				const digits = "0123456789abcdef"
				return uint8(bytes.IndexByte([]byte(digits), c.Light[i])<<4 | bytes.IndexByte([]byte(digits), c.Light[i+1]))
			}
			return color.RGBA{hex(1), hex(3), hex(5), 255}
		}
	}
	return color.RGBA{}
}

func TestEveryPlaceHasItsColour(t *testing.T) {
	img := drawn(t, words(map[string]carto.Class{"AAA": carto.Yes, "BBB": carto.No, "CCC": carto.Q5}))
	for _, c := range []struct {
		place string
		x, y  float64
		want  string
	}{
		{"inside the first", 50, 50, "yes"},
		{"inside the second", 115, 50, "no"},
		{"in its lake", 160, 35, "ground"},
		{"between them", 100, 50, "ground"},
		{"on the mark", 250, 50, "q5"},
		{"beside the mark", 250, 65, "ground"},
	} {
		if got := at(img, c.x, c.y); got != colour(c.want) {
			t.Errorf("%s: got %v; want %s %v", c.place, got, c.want, colour(c.want))
		}
	}
	if got := at(img, 225, 50); got == colour("ground") {
		t.Error("no hairline leads to the mark")
	}
	if got := at(img, 150, 5); got == colour("ground") {
		t.Error("no meridian is drawn")
	}
}

// share counts how much of a square of the view has a colour.
func share(img image.Image, x, y, size float64, want color.RGBA) float64 {
	n, all := 0, 0
	for dx := 0.0; dx < size; dx += .25 {
		for dy := 0.0; dy < size; dy += .25 {
			all++
			if at(img, x+dx, y+dy) == want {
				n++
			}
		}
	}
	return float64(n) / float64(all)
}

func TestPatternsAreDrawn(t *testing.T) {
	for _, c := range []struct {
		name         string
		class        carto.Class
		stale, hatch bool
		first        string
		second       string
		low, high    float64 // share of the second
	}{
		{"dots on unknown", carto.Unknown, false, false, "none", "unknown-ink", .02, .15},
		{"stripes of contested", carto.Contested, false, false, "no", "yes", .35, .5},
		{"hatching of an old yes", carto.Yes, true, false, "yes", "ground", .05, .2},
		{"hatching of an old no", carto.No, true, false, "no", "ground", .05, .2},
		{"hatching of a number with more in it", carto.Q4, false, true, "q4", "ground", .05, .25},
		{"a range", carto.Range, false, false, "none", "q3", .2, .4},
	} {
		m := words(nil)
		m.Countries["AAA"] = carto.Told{Fill: carto.Fill{Class: c.class, Stale: c.stale, Hatched: c.hatch}}
		img := drawn(t, m)
		if got := share(img, 20, 20, 60, colour(c.second)); got < c.low || got > c.high {
			t.Errorf("%s: %.2f of the area is %s; want %.2f to %.2f", c.name, got, c.second, c.low, c.high)
		}
		if got := share(img, 20, 20, 60, colour(c.first)); got < .3 {
			t.Errorf("%s: only %.2f of the area is %s", c.name, got, c.first)
		}
	}
}

func TestWordsAreSet(t *testing.T) {
	img := drawn(t, words(nil))
	for _, c := range []struct {
		name        string
		x, y, width float64
	}{
		{"title", 0, -62, 100}, {"subtitle", 0, -28, 100}, {"legend", 34, 115, 20}, {"source", 0, 142, 60}, {"disclaimer", 0, 157, 60},
	} {
		ink := 0
		for x := c.x; x < c.x+c.width; x += .25 {
			for y := c.y; y < c.y+12; y += .25 {
				if at(img, x, y) != colour("ground") {
					ink++
				}
			}
		}
		if ink < 100 {
			t.Errorf("no %s: %d pixels of ink", c.name, ink)
		}
	}
}

func TestTheSameBytesAlways(t *testing.T) {
	m := words(map[string]carto.Class{"AAA": carto.Contested, "BBB": carto.Unknown})
	first, err := raster.Map(squares, m, 700)
	if err != nil {
		t.Fatal(err)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	second, err := raster.Map(squares, m, 700)
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("two pictures of the same map differ (%v)", err)
	}
}

func TestPicturesAreSmallAndOfTheWidthAskedFor(t *testing.T) {
	data, err := raster.Map(squares, words(nil), 2000)
	if err != nil {
		t.Fatal(err)
	}
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width != 2000 {
		t.Errorf("%d pixels wide, %v; want 2000", config.Width, err)
	}
	if _, indexed := config.ColorModel.(color.Palette); !indexed || len(data) > 100_000 {
		t.Errorf("%d bytes, indexed colours: %v", len(data), indexed)
	}
}

func BenchmarkPNG(b *testing.B) {
	m := words(map[string]carto.Class{"AAA": carto.Contested})
	for b.Loop() {
		if _, err := raster.Map(squares, m, 2000); err != nil {
			b.Fatal(err)
		}
	}
}

// A letter that the fonts lack would be drawn as a box: better no picture than that one.
func TestALetterThatTheFontsLackIsAnError(t *testing.T) {
	for text, fails := range map[string]bool{
		"Côte d’Ivoire": false, "España": false, "Казахстан — ё": false, "2\u202f300 personnes": false, "كينيا": true, "\u2066x": true,
	} {
		if _, err := raster.IndicatorCard(card(text, "x"), squares, words(nil)); (err != nil) != fails {
			t.Errorf("%q: %v", text, err)
		}
	}
}
