package raster

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"math"
	"slices"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

// Map draws a view with its words as a PNG so many pixels wide: what carto.SVG draws, on light
// ground. The same input gives the same bytes.
func Map(v carto.View, m carto.Map, width int) ([]byte, error) {
	w, h := carto.Size(v, m)
	scale := float64(width) / w
	c := newCanvas(width, int(math.Ceil(h*scale)), scale)
	carto.Draw(c, v, m)
	return c.encode()
}

// encode writes the picture as PNG.
func (c *canvas) encode() ([]byte, error) {
	if c.err != nil {
		return nil, c.err
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.DefaultCompression}
	if err := encoder.Encode(&out, paletted(c.img)); err != nil {
		return nil, fmt.Errorf("png: %w", err)
	}
	return out.Bytes(), nil
}

// colourCount is how many colours a paletted picture has at most.
const colourCount = 256

// paletted keeps the most frequent colours and takes the nearest of them for the rest, which are
// shades along soft edges: a third of the bytes, and no difference that one could see.
func paletted(img *image.RGBA) *image.Paletted {
	counts := histogram(img)
	all := slices.SortedFunc(maps.Keys(counts), func(a, b uint32) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	index := make(map[uint32]uint8, len(all))
	kept := make([]color.RGBA, min(len(all), colourCount))
	palette := make(color.Palette, len(kept))
	for i := range kept {
		kept[i] = colourOf(all[i])
		palette[i], index[all[i]] = kept[i], uint8(i)
	}
	for _, c := range all[len(kept):] {
		index[c] = nearest(kept, colourOf(c))
	}
	out := image.NewPaletted(img.Rect, palette)
	var last uint32
	var at uint8
	for i := range out.Pix {
		if c := pixel(img, i); i == 0 || c != last {
			last, at = c, index[c]
		}
		out.Pix[i] = at
	}
	return out
}

// histogram counts the colours of a picture.
func histogram(img *image.RGBA) map[uint32]int {
	counts := map[uint32]int{}
	var last uint32
	run := 0
	for i := range len(img.Pix) / 4 {
		c := pixel(img, i)
		if c != last {
			counts[last] += run
			last, run = c, 0
		}
		run++
	}
	counts[last] += run
	maps.DeleteFunc(counts, func(_ uint32, n int) bool { return n == 0 })
	return counts
}

// pixel gives a colour as a number that sorts by red, green, blue. Pictures are opaque.
func pixel(img *image.RGBA, i int) uint32 { return binary.BigEndian.Uint32(img.Pix[4*i:]) }

func colourOf(pixel uint32) color.RGBA {
	return color.RGBA{uint8(pixel >> 24), uint8(pixel >> 16), uint8(pixel >> 8), uint8(pixel)}
}

func nearest(kept []color.RGBA, c color.RGBA) uint8 {
	best, distance := 0, math.MaxInt
	for i, k := range kept {
		r, g, b := int(k.R)-int(c.R), int(k.G)-int(c.G), int(k.B)-int(c.B)
		if d := 2*r*r + 4*g*g + b*b; d < distance {
			best, distance = i, d
		}
	}
	return uint8(best)
}
