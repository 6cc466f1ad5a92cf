// Package raster draws pictures in pixels.
package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

// canvas is a carto.Canvas made of pixels, on light ground.
type canvas struct {
	img *image.RGBA
	// clip is what may be painted, in pixels; scale is pixels for each unit, x and y the origin.
	clip        image.Rectangle
	scale, x, y float64
	*tools
}

// tools are what all windows of a picture share.
type tools struct {
	colours  map[string]color.RGBA
	styles   map[string]carto.Style
	patterns map[string]*tile
	faces    faces
	shape    vector.Rasterizer
	mask     *image.Alpha
	err      error // the first failure
}

// newCanvas makes a picture of a size in pixels, all ground.
func newCanvas(width, height int, scale float64) *canvas {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	t := &tools{colours: map[string]color.RGBA{}, styles: carto.Styles(), patterns: map[string]*tile{}, faces: faces{}, mask: &image.Alpha{}}
	for _, c := range carto.Palette() {
		t.colours[c.Name] = parse(c.Light)
	}
	c := &canvas{img: img, clip: img.Bounds(), scale: scale, tools: t}
	c.rectangle(img.Bounds(), t.colours["ground"])
	return c
}

// parse reads #rrggbb.
func parse(hex string) color.RGBA {
	digit := func(i int) uint8 {
		if c := hex[i]; c >= 'a' {
			return c - 'a' + 10
		}
		return hex[i] - '0'
	}
	return color.RGBA{digit(1)<<4 | digit(2), digit(3)<<4 | digit(4), digit(5)<<4 | digit(6), 255}
}

func (c *canvas) rectangle(r image.Rectangle, fill color.RGBA) {
	draw.Draw(c.img, r, image.NewUniform(fill), image.Point{}, draw.Src)
}

// Path draws path data in the style of a class. Names are for those who can point: pixels have none.
func (c *canvas) Path(class, d, _ string) { c.draw(c.styles[class], c.place(lines(d))) }

// Circle draws a circle in the style of a class.
func (c *canvas) Circle(class string, x, y, r float64, _ string) {
	c.draw(c.styles[class], c.place([]line{{circle(point{x, y}, r, r*c.scale), true}}))
}

// Inset gives a window onto the same picture.
func (c *canvas) Inset(x, y, width, height float64, draw func(carto.Canvas)) {
	c.inset(x, y, width, height, 1, draw)
}

// inset gives a window whose units are larger by a factor.
func (c *canvas) inset(x, y, width, height, factor float64, draw func(carto.Canvas)) {
	window := *c
	window.x, window.y = c.x+x*c.scale, c.y+y*c.scale
	window.scale = c.scale * factor
	window.clip = image.Rect(int(window.x), int(window.y), int(math.Ceil(window.x+width*c.scale)), int(math.Ceil(window.y+height*c.scale))).Intersect(c.clip)
	draw(&window)
}

// place turns units into pixels.
func (c *canvas) place(path []line) []line {
	for _, l := range path {
		for i, p := range l.points {
			l.points[i] = point{c.x + p.x*c.scale, c.y + p.y*c.scale}
		}
	}
	return path
}

// draw fills and strokes lines given in pixels.
func (c *canvas) draw(s carto.Style, path []line) {
	if s.Pattern != nil {
		c.fill(path, paint{at: c.tile(*s.Pattern).at})
	} else if s.Fill != "" {
		c.fill(path, c.plain(s.Fill))
	}
	if s.Stroke == "" {
		return
	}
	dash := make([]float64, len(s.Dash))
	for i := range dash {
		dash[i] = s.Dash[i] * c.scale
	}
	c.fill(stroke(dashed(path, dash), s.Width*c.scale, s.Round), c.plain(s.Stroke))
}

// paint is a colour, or gives that of each pixel.
type paint struct {
	colour color.RGBA
	at     func(x, y int) color.RGBA
}

func (c *canvas) plain(name string) paint { return paint{colour: c.colours[name]} }

// fill paints what closed lines enclose, by the nonzero rule, with soft edges.
func (c *canvas) fill(path []line, with paint) {
	area := bounds(path).Intersect(c.clip)
	if area.Empty() {
		return
	}
	c.shape.Reset(area.Dx(), area.Dy())
	for _, l := range path {
		for i, p := range l.points {
			x, y := float32(p.x-float64(area.Min.X)), float32(p.y-float64(area.Min.Y))
			if i == 0 {
				c.shape.MoveTo(x, y)
			} else {
				c.shape.LineTo(x, y)
			}
		}
		c.shape.ClosePath()
	}
	c.lay(area, with)
}

// lay paints what the rasterizer holds into an area.
func (c *canvas) lay(area image.Rectangle, with paint) {
	if n := area.Dx() * area.Dy(); cap(c.mask.Pix) < n {
		c.mask.Pix = make([]uint8, n)
	}
	c.mask.Stride, c.mask.Rect = area.Dx(), image.Rect(0, 0, area.Dx(), area.Dy())
	c.mask.Pix = c.mask.Pix[:area.Dx()*area.Dy()]
	clear(c.mask.Pix)
	c.shape.Draw(c.mask, c.mask.Rect, image.Opaque, image.Point{})
	for y := range area.Dy() {
		row := c.img.Pix[c.img.PixOffset(area.Min.X, area.Min.Y+y):]
		for x, cover := range c.mask.Pix[y*c.mask.Stride:][:area.Dx()] {
			if cover == 0 {
				continue
			}
			colour := with.colour
			if with.at != nil {
				colour = with.at(area.Min.X+x, area.Min.Y+y)
			}
			blend(row[4*x:][:3], colour, cover)
		}
	}
}

// blend lays a colour over a pixel, of which it covers a part.
func blend(pixel []uint8, over color.RGBA, cover uint8) {
	if cover == 255 {
		pixel[0], pixel[1], pixel[2] = over.R, over.G, over.B
		return
	}
	for i, v := range [3]uint8{over.R, over.G, over.B} {
		pixel[i] = uint8((uint32(v)*uint32(cover) + uint32(pixel[i])*uint32(255-cover) + 127) / 255)
	}
}
