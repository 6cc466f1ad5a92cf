package raster_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/raster"
)

func card(title, value string) raster.Card {
	return raster.Card{Kicker: "Atlas", Title: title, Subtitle: "A region", Footer: "Edition 1", Disclaimer: "Borders imply no opinion.",
		Rows: []raster.CardRow{{Fill: carto.Fill{Class: carto.Yes}, Label: "Tea", Value: value}, {Fill: carto.Fill{Class: carto.No}, Label: "Coffee", Value: "No, 2024"}}}
}

func cards(t *testing.T, c raster.Card) map[string]image.Image {
	t.Helper()
	out := map[string]image.Image{}
	country, errCountry := raster.CountryCard(c, squares)
	indicator, errIndicator := raster.IndicatorCard(c, squares, words(map[string]carto.Class{"AAA": carto.Q5}))
	if errCountry != nil || errIndicator != nil {
		t.Fatal(errCountry, errIndicator)
	}
	for name, data := range map[string][]byte{"country": country, "indicator": indicator} {
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = img
	}
	return out
}

// shades counts the pixels of a rectangle that are not ground.
func shades(img image.Image, area image.Rectangle) int {
	n := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if color.RGBAModel.Convert(img.At(x, y)) != colour("ground") {
				n++
			}
		}
	}
	return n
}

func TestCardsHoldWordsRowsAndMap(t *testing.T) {
	for kind, img := range cards(t, card("Kenya", "Yes, 2023")) {
		if img.Bounds().Dx() != 1200 || img.Bounds().Dy() != 630 {
			t.Errorf("%s: %v; want 1200 by 630", kind, img.Bounds())
		}
		for _, c := range []struct {
			name string
			area image.Rectangle
		}{
			{"kicker", image.Rect(56, 40, 300, 75)}, {"title", image.Rect(56, 80, 400, 150)}, {"subtitle", image.Rect(56, 155, 400, 195)},
			{"first row", image.Rect(110, 218, 400, 245)}, {"footer", image.Rect(56, 555, 300, 585)}, {"disclaimer", image.Rect(56, 590, 300, 610)},
			{"map", image.Rect(760, 220, 1140, 340)},
		} {
			if shades(img, c.area) < 50 {
				t.Errorf("%s: no %s", kind, c.name)
			}
		}
		for y, want := range map[int]string{234: "yes"} {
			if got := color.RGBAModel.Convert(img.At(76, y)); got != colour(want) {
				t.Errorf("%s: the swatch is %v; want %s", kind, got, want)
			}
		}
	}
}

func TestLongWordsShrinkToFit(t *testing.T) {
	for kind, img := range cards(t, card(strings.Repeat("Saint ", 20), strings.Repeat("unknown in 2024; ", 8))) {
		if n := shades(img, image.Rect(1200-56, 80, 1200, 200)); n > 0 {
			t.Errorf("%s: the title runs %d pixels into the edge", kind, n)
		}
	}
}

// A legend never runs into its map, and its figure never goes missing.
func TestLongLegendsTakeTwoLines(t *testing.T) {
	for _, label := range []string{"dont chiffres incluant les personnes traitées pour usage d’alcool :", strings.Repeat("из них с последними данными ", 4), strings.Repeat("x", 40)} {
		c := card("Tea", "123")
		c.Rows[0].Label = label
		img := cards(t, c)["indicator"]
		if n := shades(img, image.Rect(425, 218, 432, 256)); n > 0 {
			t.Errorf("%s: %d pixels in the gap beside the map", label, n)
		}
	}
}
