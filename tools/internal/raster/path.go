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

// lines reads path data made of straight lines and cubic curves: M, L, H, V, C and Z, absolute or
// relative. A curve becomes straight lines. What follows a mistake is left out.
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
		way, rest, ok := step(command, at, d)
		if !ok {
			return out
		}
		from := at
		at, d = way[len(way)-1], rest
		switch {
		case command|0x20 == 'm':
			out = append(out, line{points: way})
			begin = at
			command -= 'm' - 'l' // more pairs are lines
		case len(out) == 0:
			return nil
		case out[len(out)-1].closed:
			out = append(out, line{points: append([]point{from}, way...)})
		default:
			last := &out[len(out)-1]
			last.points = append(last.points, way...)
		}
	}
	return out
}

// step gives the way that one command's numbers go: one point, or several of a curve.
func step(command byte, at point, d string) (way []point, rest string, ok bool) {
	count := map[byte]int{'h': 1, 'v': 1, 'm': 2, 'l': 2, 'c': 6}[command|0x20]
	var n [6]float64
	for i := range count {
		if n[i], d, ok = float(d); !ok {
			return nil, d, false
		}
	}
	to := point{}
	if command >= 'a' {
		to = at
	}
	switch command | 0x20 {
	case 'h':
		return []point{{to.x + n[0], at.y}}, d, true
	case 'v':
		return []point{{at.x, to.y + n[0]}}, d, true
	case 'm', 'l':
		return []point{{to.x + n[0], to.y + n[1]}}, d, true
	case 'c':
		return bend(at, point{to.x + n[0], to.y + n[1]}, point{to.x + n[2], to.y + n[3]}, point{to.x + n[4], to.y + n[5]}), d, true
	}
	return nil, d, false
}

// bend gives points of a cubic Bézier curve after its first.
func bend(a, b, c, d point) []point {
	const parts = 16
	way := make([]point, parts)
	for i := range way {
		t := float64(i+1) / parts
		u := 1 - t
		wa, wb, wc, wd := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		way[i] = point{wa*a.x + wb*b.x + wc*c.x + wd*d.x, wa*a.y + wb*b.y + wc*c.y + wd*d.y}
	}
	return way
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
