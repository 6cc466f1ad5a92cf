package carto_test

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

// These are proofs over the real boundaries and over what is written: path data as a browser
// reads it, rounding and all.

// grid is a position in tenths of a unit, as paths are written.
type grid [2]int

func tenths(p orb.Point) grid {
	return grid{int(math.Round(p[0] * 10)), int(math.Round(p[1] * 10))}
}

// everyView gives the world and the nine regions.
func everyView(t testing.TB) map[string]carto.View {
	t.Helper()
	views := map[string]carto.View{"world": carto.World(world(t), list(t))}
	for _, r := range rows(t, "data/regions.csv") {
		views[r["id"]] = carto.Region(world(t), region(t, r["id"]), r["id"])
	}
	return views
}

// drawn gives all rings of a view: countries, other land, undetermined areas.
func drawn(t *testing.T, v carto.View) []orb.Ring {
	rings := append(parsePath(t, v.Land), parsePath(t, v.Undetermined)...)
	for _, s := range v.Shapes {
		rings = append(rings, parsePath(t, s.Path)...)
	}
	return rings
}

// No gap and no sliver: each piece of a border is an edge of both areas. On the world map most
// run in the same direction in both, which gzip rewards.
func TestNeighboursShareTheSamePoints(t *testing.T) {
	for name, v := range everyView(t) {
		edges := map[[2]grid]int{}
		for _, r := range drawn(t, v) {
			for i := 1; i < len(r); i++ {
				edges[[2]grid{tenths(r[i-1]), tenths(r[i])}]++
			}
		}
		inside := orb.Bound{Min: orb.Point{0, 0}, Max: orb.Point{v.Width, v.Height}}
		pieces, alike := 0, 0
		for _, line := range parseLines(t, v.Borders) {
			for i := 1; i < len(line); i++ {
				if !inside.Contains(line[i-1]) || !inside.Contains(line[i]) {
					continue // past the edge, where areas are cropped
				}
				pieces++
				a, b := tenths(line[i-1]), tenths(line[i])
				there, back := edges[[2]grid{a, b}], edges[[2]grid{b, a}]
				if there+back != 2 {
					t.Errorf("%s: the border from %v to %v is an edge of %d areas; want 2", name, a, b, there+back)
				}
				if there != 1 {
					alike++
				}
			}
		}
		if pieces < 10 {
			t.Errorf("%s: only %d pieces of borders", name, pieces)
		}
		if name == "world" && 10*alike < 7*pieces {
			t.Errorf("%d of %d pieces run in the same direction on both sides; want seven in ten", alike, pieces)
		}
		t.Logf("%s: %d pieces, %d in the same direction on both sides", name, pieces, alike)
	}
}

// place is what World does to a longitude and latitude, written down once more.
func place(p orb.Point, turn float64) orb.Point {
	scale := 500 / carto.EqualEarth(orb.Point{180, 0})[0]
	q := carto.EqualEarth(orb.Point{p[0] + turn - 11, p[1]})
	return orb.Point{500 + q[0]*scale, (carto.EqualEarth(orb.Point{0, 84})[1] - q[1]) * scale}
}

// turn is the whole turn of what lies east of the Bering Strait's islands.
func turn(lon float64) float64 {
	if lon < -168.5 {
		return 360
	}
	return 0
}

// sources gives an area's rings in the source, placed as on the world map.
func sources(a boundary.Area) []orb.Ring {
	var out []orb.Ring
	for _, polygon := range a.Geometry {
		whole := turn(polygon[0][0][0])
		for _, r := range polygon {
			var flat orb.Ring
			for _, p := range r {
				flat = append(flat, place(p, whole))
			}
			out = append(out, flat)
		}
	}
	return out
}

// origin finds the ring of the source that a drawn ring was made from: all its points are there.
func origin(r orb.Ring, from []orb.Ring) orb.Ring {
	for _, source := range from {
		known := map[grid]bool{}
		for _, p := range source {
			known[tenths(p)] = true
		}
		all := true
		for _, p := range r {
			all = all && known[tenths(p)]
		}
		if all {
			return source
		}
	}
	return nil
}

// toLine gives the distance from a point to the nearest place of a line.
func toLine(line []orb.Point, p orb.Point) float64 {
	least := math.Inf(1)
	for i := 1; i < len(line); i++ {
		least = min(least, planar.DistanceFromSegmentSquared(line[i-1], line[i], p))
	}
	return math.Sqrt(least)
}

// hausdorff gives how far two lines are apart at most, seen from either, at points 0.2 units
// apart or nearer.
func hausdorff(a, b []orb.Point) float64 {
	most := 0.0
	for _, pair := range [][2][]orb.Point{{a, b}, {b, a}} {
		for i := 1; i < len(pair[0]); i++ {
			from, to := pair[0][i-1], pair[0][i]
			n := math.Ceil(planar.Distance(from, to)/0.2) + 1
			for k := 0.0; k <= n; k++ {
				most = max(most, toLine(pair[1], orb.Point{from[0] + (to[0]-from[0])*k/n, from[1] + (to[1]-from[1])*k/n}))
			}
		}
	}
	return most
}

// At 1000 px the drawn line is nowhere more than half a pixel from the source's.
func TestDrawnLinesFollowTheSource(t *testing.T) {
	topology := world(t)
	rings, worst, where, total := 0, 0.0, "", 0.0
	for _, s := range carto.World(topology, list(t)).Shapes {
		a, _ := topology.Area(s.ID)
		from := sources(a)
		for _, r := range parsePath(t, s.Path) {
			source := origin(r, from)
			if source == nil {
				t.Errorf("%s: a ring of %d points that no ring of the source holds", s.ID, len(r))
				continue
			}
			d := hausdorff(r, source)
			rings++
			total += d
			if d > worst {
				worst, where = d, s.ID
			}
		}
	}
	if worst > 0.5 || rings < 600 {
		t.Errorf("%s is drawn %.3f from its source, of %d rings; want 0.5 at most", where, worst, rings)
	}
	t.Logf("%d rings; Hausdorff distance %.3f at most (%s), %.3f on average", rings, worst, where, total/float64(rings))
}

// selfCrossings counts the pairs of edges of a ring that cross between their ends.
func selfCrossings(r orb.Ring) int {
	n := 0
	for i := 1; i < len(r); i++ {
		low, high := min(r[i-1][0], r[i][0]), max(r[i-1][0], r[i][0])
		for j := i + 2; j < len(r); j++ {
			if max(r[j-1][0], r[j][0]) >= low && min(r[j-1][0], r[j][0]) <= high && cross(r[i-1], r[i], r[j-1], r[j]) {
				n++
			}
		}
	}
	return n
}

func cross(a, b, c, d orb.Point) bool {
	side := func(a, b, p orb.Point) float64 {
		v := (b[0]-a[0])*(p[1]-a[1]) - (b[1]-a[1])*(p[0]-a[0])
		if math.Abs(v) < 1e-7 {
			return 0 // in line, but for the rounding of numbers
		}
		return v
	}
	return side(a, b, c)*side(a, b, d) < 0 && side(c, d, a)*side(c, d, b) < 0
}

// No ring that is whole in the source crosses itself once it is simplified. Writing tenths of a
// unit may pinch a narrow fjord by less than that; such rings are few, and counted.
func TestNoRingCrossesItself(t *testing.T) {
	topology := world(t).Without("ATA")
	count := func(t *boundary.Topology) (crossed, rings int) {
		for _, a := range t.Whole() {
			for _, r := range sources(a) {
				rings++
				crossed += min(selfCrossings(r), 1)
			}
		}
		return crossed, rings
	}
	before, all := count(topology)
	after, kept := count(topology.Simplify(func(p orb.Point) orb.Point { return place(p, turn(p[0])) }, 0.32))
	if before != 0 || after != 0 {
		t.Errorf("%d rings of the source and %d simplified ones cross themselves", before, after)
	}
	pinched := 0
	for _, s := range carto.World(topology, list(t)).Shapes {
		for _, r := range parsePath(t, s.Path) {
			pinched += min(selfCrossings(r), 1)
		}
	}
	if pinched > 8 {
		t.Errorf("rounding pinches %d rings", pinched)
	}
	t.Logf("rings that cross themselves: %d of %d in the source, %d of %d simplified, %d as written", before, all, after, kept, pinched)
}

// Islands go only where something of the country stays.
func TestNothingVanishes(t *testing.T) {
	topology := world(t)
	dropped := 0
	for _, s := range carto.World(topology, list(t)).Shapes {
		a, _ := topology.Area(s.ID)
		had, has := len(sources(a)), len(parsePath(t, s.Path))
		dropped += had - has
		if had > 0 && has == 0 && s.Mark == nil {
			t.Errorf("%s had %d rings; now it has none, and no mark", s.ID, had)
		}
	}
	t.Logf("%d small islands are not drawn", dropped)
}

// The countries that the antimeridian cuts have no seam that could be seen: no edge of 0.7
// units runs along it (the file parts one of Fiji's islands by 0.64), and no ring jumps.
func TestCountriesAtTheAntimeridianHaveNoSeam(t *testing.T) {
	topology := world(t)
	for _, s := range carto.World(topology, list(t)).Shapes {
		switch s.ID {
		case "RUS", "FJI", "KIR", "USA":
		default:
			continue
		}
		a, _ := topology.Area(s.ID)
		for _, polygon := range a.Geometry {
			for _, r := range polygon {
				for i := 1; i < len(r); i++ {
					if math.Abs(math.Abs(r[i][0])-180) < 1e-6 && math.Abs(math.Abs(r[i-1][0])-180) < 1e-6 && planar.Distance(place(r[i], 0), place(r[i-1], 0)) > 0.7 {
						t.Errorf("%s: an edge along the antimeridian from %v to %v", s.ID, r[i-1], r[i])
					}
				}
			}
		}
		for _, r := range parsePath(t, s.Path) {
			for i := 1; i < len(r); i++ {
				if d := math.Abs(r[i][0] - r[i-1][0]); d > 90 { // the longest is that of 49° north
					t.Errorf("%s: an edge of %.0f units at %v", s.ID, d, r[i])
				}
			}
		}
	}
}

// parseLines reads path data of open lines.
func parseLines(t *testing.T, d string) []orb.LineString {
	t.Helper()
	var lines []orb.LineString
	var at orb.Point
	for _, part := range linePart.FindAllString(d, -1) {
		closed := parsePath(t, "M"+part[1:]+"z")
		if len(closed) != 1 {
			t.Fatalf("a line that is not understood: %q", part)
		}
		line := orb.LineString(closed[0][:len(closed[0])-1])
		for i := range line {
			if part[0] == 'm' {
				line[i] = orb.Point{line[i][0] + at[0], line[i][1] + at[1]}
			}
		}
		at = line[len(line)-1]
		lines = append(lines, line)
	}
	return lines
}
