// Package carto draws thematic maps: it projects areas, places marks for countries too small to
// see, and writes compact SVG.
package carto

import (
	"math"

	"github.com/paulmach/orb"
)

// Coefficients of the Equal Earth projection.
const (
	equalEarth1 = 1.340264
	equalEarth2 = -0.081106
	equalEarth3 = 0.000893
	equalEarth4 = 0.003796
)

var root3half = math.Sqrt(3) / 2

// EqualEarth projects longitude and latitude in degrees onto a plane where equal areas stay equal
// (Šavrič, Patterson and Jenny 2018, DOI 10.1080/13658816.2018.1504949). The unit is the earth's
// radius; x points east, y north. Longitudes beyond ±180 go on evenly.
func EqualEarth(p orb.Point) orb.Point {
	theta := math.Asin(root3half * math.Sin(radians(p[1])))
	t2 := theta * theta
	t6 := t2 * t2 * t2
	x := radians(p[0]) * math.Cos(theta) / (root3half * equalEarthSlope(t2, t6))
	y := theta * (equalEarth1 + equalEarth2*t2 + t6*(equalEarth3+equalEarth4*t2))
	return orb.Point{x, y}
}

// equalEarthSlope is the derivative of y by theta.
func equalEarthSlope(t2, t6 float64) float64 {
	return equalEarth1 + 3*equalEarth2*t2 + t6*(7*equalEarth3+9*equalEarth4*t2)
}

// EqualEarthInverse gives longitude and latitude in degrees of a point of the plane. Its latitude
// comes from Newton's method and is exact to 1e-12 radians.
func EqualEarthInverse(p orb.Point) orb.Point {
	theta := p[1]
	t2, t6 := 0.0, 0.0
	for range 12 {
		t2 = theta * theta
		t6 = t2 * t2 * t2
		y := theta*(equalEarth1+equalEarth2*t2+t6*(equalEarth3+equalEarth4*t2)) - p[1]
		step := y / equalEarthSlope(t2, t6)
		theta -= step
		if math.Abs(step) < 1e-12 {
			break
		}
	}
	t2 = theta * theta
	t6 = t2 * t2 * t2
	lon := root3half * p[0] * equalEarthSlope(t2, t6) / math.Cos(theta)
	lat := math.Asin(max(-1, min(1, math.Sin(theta)/root3half)))
	return orb.Point{degrees(lon), degrees(lat)}
}

// azimuthal gives the Lambert azimuthal equal-area projection around a centre (Snyder 1987, Map
// Projections: A Working Manual, DOI 10.3133/pp1395, page 185) in units of the earth's radius.
// Places further than reach degrees from the centre are drawn in to that distance, so that rings
// half beyond it stay rings.
func azimuthal(centre orb.Point, reach float64) func(orb.Point) orb.Point {
	sin0, cos0 := math.Sincos(radians(centre[1]))
	nearest := math.Cos(radians(reach))
	limit := 2 * math.Sin(radians(reach)/2)
	return func(p orb.Point) orb.Point {
		sin, cos := math.Sincos(radians(p[1]))
		sinL, cosL := math.Sincos(radians(p[0] - centre[0]))
		x, y := cos*sinL, cos0*sin-sin0*cos*cosL
		near := sin0*sin + cos0*cos*cosL
		k := math.Sqrt(2 / (1 + max(near, nearest)))
		if near < nearest {
			k = limit / max(math.Hypot(x, y), 1e-12)
		}
		return orb.Point{k * x, k * y}
	}
}

// azimuthalInverse gives longitude and latitude in degrees of a point of the azimuthal plane.
func azimuthalInverse(centre, p orb.Point) orb.Point {
	rho := math.Hypot(p[0], p[1])
	if rho == 0 {
		return centre
	}
	sin0, cos0 := math.Sincos(radians(centre[1]))
	sin, cos := math.Sincos(2 * math.Asin(min(1, rho/2)))
	lat := math.Asin(max(-1, min(1, cos*sin0+p[1]*sin*cos0/rho)))
	lon := math.Atan2(p[0]*sin, rho*cos0*cos-p[1]*sin0*sin)
	return orb.Point{centre[0] + degrees(lon), degrees(lat)}
}

func radians(d float64) float64 { return d * math.Pi / 180 }
func degrees(r float64) float64 { return r * 180 / math.Pi }
