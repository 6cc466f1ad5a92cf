package raster

import (
	"image/color"
	"math"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

const (
	// tilePixels is the width of a tile, drawn large and then read from: whatever its turn, edges
	// stay soft.
	tilePixels = 96
	// samples is how many places of a pixel are read in each direction.
	samples = 4
)

// tile is a pattern drawn large.
type tile struct {
	pix      []color.RGBA
	sin, cos float64
	step     float64 // pixels of the tile for each pixel of the picture
	x, y     float64 // where the pattern begins, in pixels of the picture
}

// tile gives a pattern at the canvas's scale, from its origin.
func (c *canvas) tile(p carto.Pattern) *tile {
	t, drawn := c.patterns[p.ID]
	if !drawn {
		t = newTile(p)
		c.patterns[p.ID] = t
	}
	t.step, t.x, t.y = tilePixels/p.Size/c.scale, c.x, c.y
	return t
}

func newTile(p carto.Pattern) *tile {
	own := newCanvas(tilePixels, tilePixels, tilePixels/p.Size)
	for _, layer := range p.Layers {
		own.Path(layer.Class, layer.Path, "")
	}
	t := &tile{pix: make([]color.RGBA, tilePixels*tilePixels)}
	for i := range t.pix {
		t.pix[i] = own.img.RGBAAt(i%tilePixels, i/tilePixels)
	}
	t.sin, t.cos = math.Sincos(-p.Turn * math.Pi / 180)
	return t
}

// at mixes the colour of a pixel.
func (t *tile) at(x, y int) color.RGBA {
	var r, g, b int
	for i := range samples * samples {
		px := (float64(x) + (float64(i%samples)+.5)/samples - t.x) * t.step
		py := (float64(y) + (float64(i/samples)+.5)/samples - t.y) * t.step
		u, v := wrapped(px*t.cos-py*t.sin), wrapped(px*t.sin+py*t.cos)
		c := t.pix[v*tilePixels+u]
		r, g, b = r+int(c.R), g+int(c.G), b+int(c.B)
	}
	const n = samples * samples
	return color.RGBA{uint8((r + n/2) / n), uint8((g + n/2) / n), uint8((b + n/2) / n), 255}
}

// wrapped gives the place within the tile.
func wrapped(x float64) int {
	i := int(math.Floor(x)) % tilePixels
	if i < 0 {
		i += tilePixels
	}
	return i
}
