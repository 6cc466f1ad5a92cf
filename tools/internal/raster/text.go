package raster

import (
	"fmt"
	"image"
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

// The Go fonts (Bigelow & Holmes, BSD 3-Clause) come with golang.org/x/image and hold all that
// English, Spanish, French and Russian need: Latin, Greek and Cyrillic letters. Arabic needs more
// than letters: their shapes follow their neighbours, and nothing here knows how.
var (
	regular = sync.OnceValues(func() (*opentype.Font, error) { return opentype.Parse(goregular.TTF) })
	bold    = sync.OnceValues(func() (*opentype.Font, error) { return opentype.Parse(gobold.TTF) })
)

// faces are the fonts by size in pixels.
type faces map[style]font.Face

type style struct {
	size   float64
	strong bool
}

// face gives a font. It fails only if the fonts that are compiled in are broken.
func (f faces) face(s style) (font.Face, error) {
	if face, known := f[s]; known {
		return face, nil
	}
	parsed := regular
	if s.strong {
		parsed = bold
	}
	source, err := parsed()
	if err != nil {
		return nil, fmt.Errorf("font: %w", err)
	}
	face, err := opentype.NewFace(source, &opentype.FaceOptions{Size: s.size, DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		return nil, fmt.Errorf("font: %w", err)
	}
	f[s] = face
	return face, nil
}

// Text sets a line and a bold figure after it.
func (c *canvas) Text(class string, x, y float64, text, figure string) {
	s := carto.TextStyles()[class]
	x += c.set(s, x, y, text)
	if figure != "" {
		s.Strong = true
		c.set(s, x+s.Size*.3, y, figure)
	}
}

// spaces are those that the fonts lack, and what stands for them.
var spaces = strings.NewReplacer("\u202f", "\u00a0")

// spelt gives a text in letters that the fonts hold: their narrow space is the plain one. Whatever
// else they lack is an error, since it would be drawn as a box.
func spelt(text string) (string, error) {
	text = spaces.Replace(text)
	source, err := regular()
	if err != nil {
		return "", fmt.Errorf("font: %w", err)
	}
	var buf sfnt.Buffer
	for _, letter := range text {
		if index, err := source.GlyphIndex(&buf, letter); err != nil || index == 0 {
			return "", fmt.Errorf("font: no letter %q, for %q", letter, text)
		}
	}
	return text, nil
}

// set sets a line and gives its width in units.
func (c *canvas) set(s carto.TextStyle, x, y float64, text string) float64 {
	text, err := spelt(text)
	if err != nil {
		c.err = err
		return 0
	}
	face, err := c.faces.face(style{s.Size * c.scale, s.Strong})
	if err != nil {
		c.err = err
		return 0
	}
	d := font.Drawer{Dst: c.img, Src: image.NewUniform(c.colours[s.Colour]), Face: face,
		Dot: fixed.Point26_6{X: fixed26(c.x + x*c.scale), Y: fixed26(c.y + y*c.scale)}}
	begin := d.Dot.X
	d.DrawString(text)
	return float64(d.Dot.X-begin) / 64 / c.scale
}

// width gives the width of a line in units.
func (c *canvas) width(s carto.TextStyle, text string) float64 {
	face, err := c.faces.face(style{s.Size * c.scale, s.Strong})
	if err != nil {
		c.err = err
		return 0
	}
	return float64(font.MeasureString(face, spaces.Replace(text))) / 64 / c.scale
}

func fixed26(x float64) fixed.Int26_6 { return fixed.Int26_6(x*64 + .5) }
