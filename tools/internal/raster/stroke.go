package raster

import "math"

// stroke gives the outlines of lines of a width, all the same way round, so that where they
// overlap the nonzero rule joins them.
func stroke(path []line, width float64, round bool) []line {
	var out []line
	half := width / 2
	for _, l := range path {
		points := l.points
		if l.closed && len(points) > 0 {
			points = append(points[:len(points):len(points)], points[0])
		}
		for i := 1; i < len(points); i++ {
			a, b := points[i-1], points[i]
			if d := math.Hypot(b.x-a.x, b.y-a.y); d > 0 {
				out = append(out, band(a, b, half/d))
			}
			last := i == len(points)-1 && !l.closed
			if round || width > 1.5 && !last {
				out = append(out, line{circle(b, half, half), true})
			}
		}
		if round && len(points) > 0 {
			out = append(out, line{circle(points[0], half, half), true})
		}
	}
	return out
}

// band is a segment with a width; share is half of it over the segment's length.
func band(a, b point, share float64) line {
	nx, ny := -(b.y-a.y)*share, (b.x-a.x)*share
	return line{[]point{{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}}, true}
}

// dashed cuts lines into dashes; pattern is the lengths of line and gap.
func dashed(path []line, pattern []float64) []line {
	if len(pattern) != 2 || pattern[0] <= 0 || pattern[1] <= 0 {
		return path
	}
	var out []line
	for _, l := range path {
		points := l.points
		if l.closed && len(points) > 0 {
			points = append(points[:len(points):len(points)], points[0])
		}
		out = append(out, dashes(points, pattern)...)
	}
	return out
}

func dashes(points []point, pattern []float64) []line {
	var out []line
	on, left := true, pattern[0]
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		for done := 0.0; done < length; {
			n := min(left, length-done)
			if on {
				out = append(out, line{points: []point{along(a, b, done/length), along(a, b, (done+n)/length)}})
			}
			done += n
			if left -= n; left <= 0 {
				on = !on
				left = pattern[1]
				if on {
					left = pattern[0]
				}
			}
		}
	}
	return out
}

func along(a, b point, share float64) point {
	return point{a.x + (b.x-a.x)*share, a.y + (b.y-a.y)*share}
}
