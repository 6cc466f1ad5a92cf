package carto

import (
	"math"
	"regexp"
	"strconv"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// A meridian's curves stay where the meridian is: nobody sees a tenth of a unit of a grid line.
func TestMeridiansAreDrawnWhereTheyAre(t *testing.T) {
	f := worldFrame()
	for lon := worldCentre - 180; lon <= worldCentre+180; lon += 15 {
		at := f.meridian(lon)
		var p pen
		p.begin(spot(at(worldSouth)))
		p.bend(at, worldSouth, worldNorth, pieces)
		var line orb.LineString
		for lat := worldSouth; lat <= worldNorth; lat += 0.25 {
			line = append(line, at(lat))
		}
		worst := 0.0
		for _, q := range along(t, p.String()) {
			worst = max(worst, planar.DistanceFrom(line, q))
		}
		if worst > 0.12 { // half a tenth is rounding
			t.Errorf("%v east is drawn %.3f units from where it is", lon, worst)
		}
	}
}

// along gives places on the curves of path data "M x y c …".
func along(t *testing.T, d string) []orb.Point {
	t.Helper()
	var n []float64
	for _, text := range regexp.MustCompile(`-?(?:\d*\.\d+|\d+)`).FindAllString(d, -1) {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		n = append(n, v)
	}
	if len(n) != 2+6*pieces {
		t.Fatalf("%d numbers in %q", len(n), d)
	}
	var out []orb.Point
	at := orb.Point{n[0], n[1]}
	for n = n[2:]; len(n) > 0; n = n[6:] {
		for u := 0.0; u <= 1; u += 0.05 {
			b, c, e := 3*u*(1-u)*(1-u), 3*u*u*(1-u), math.Pow(u, 3)
			out = append(out, orb.Point{at[0] + b*n[0] + c*n[2] + e*n[4], at[1] + b*n[1] + c*n[3] + e*n[5]})
		}
		at = orb.Point{at[0] + n[4], at[1] + n[5]}
	}
	return out
}
