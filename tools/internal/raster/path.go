package raster

import (
	"image"
	"math"
	"strconv"
)

type point struct{ x, y float64 }

// line is a row of points; a closed one ends where it began.
type line struct {
	points []point
	closed bool
}

// lines reads path data made of straight lines: M, L, H, V and Z, absolute or relative. What
// follows a mistake is left out.
func lines(d string) []line {
	var out []line
	var at, begin point
	var command byte
	for d = skip(d); d != ""; d = skip(d) {
		if c := d[0] | 0x20; c >= 'a' && c <= 'z' {
			command, d = d[0], d[1:]
			if c == 'z' && len(out) > 0 {
				out[len(out)-1].closed, at = true, begin
			}
			continue
		}
		var ok bool
		from := at
		if at, d, ok = step(command, at, d); !ok {
			return out
		}
		switch {
		case command|0x20 == 'm':
			out = append(out, line{points: []point{at}})
			begin = at
			command -= 'm' - 'l' // more pairs are lines
		case len(out) == 0:
			return nil
		case out[len(out)-1].closed:
			out = append(out, line{points: []point{from, at}})
		default:
			last := &out[len(out)-1]
			last.points = append(last.points, at)
		}
	}
	return out
}

// step moves by one command's numbers.
func step(command byte, at point, d string) (point, string, bool) {
	to := point{}
	if command >= 'a' {
		to = at
	}
	a, d, ok := float(d)
	if !ok {
		return at, d, false
	}
	switch command | 0x20 {
	case 'h':
		return point{to.x + a, at.y}, d, true
	case 'v':
		return point{at.x, to.y + a}, d, true
	case 'm', 'l':
		b, d, ok := float(d)
		return point{to.x + a, to.y + b}, d, ok
	}
	return at, d, false
}

func skip(d string) string {
	for d != "" && (d[0] == ' ' || d[0] == ',' || d[0] == '\n') {
		d = d[1:]
	}
	return d
}

// float reads a number, which ends where the next sign or second point begins.
func float(d string) (x float64, rest string, ok bool) {
	d = skip(d)
	end, points := 0, 0
	for end < len(d) {
		c := d[end]
		if c == '.' {
			points++
		}
		if sign := (c == '-' || c == '+') && end == 0; !sign && (c < '0' || c > '9') && (c != '.' || points > 1) {
			break
		}
		end++
	}
	x, err := strconv.ParseFloat(d[:end], 64)
	return x, d[end:], err == nil
}

// circle gives a circle's points, as many as its size in pixels needs.
func circle(centre point, r, pixels float64) []point {
	n := 12 + int(4*math.Sqrt(max(0, pixels)))
	points := make([]point, n)
	for i := range points {
		sin, cos := math.Sincos(-2 * math.Pi * float64(i) / float64(n)) // the way round that stroke goes
		points[i] = point{centre.x + r*cos, centre.y + r*sin}
	}
	return points
}

// bounds gives the pixels that lines touch.
func bounds(path []line) image.Rectangle {
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, l := range path {
		for _, p := range l.points {
			minX, minY, maxX, maxY = min(minX, p.x), min(minY, p.y), max(maxX, p.x), max(maxY, p.y)
		}
	}
	if minX > maxX {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(minX)), int(math.Floor(minY)), int(math.Ceil(maxX)), int(math.Ceil(maxY)))
}
