package carto_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

func TestEveryCountryIsOnTheWorldMap(t *testing.T) {
	v := carto.World(world(t), list(t))
	if len(v.Shapes) != 243 {
		t.Errorf("%d shapes; want the 243 countries with a profile", len(v.Shapes))
	}
	for i, s := range v.Shapes {
		if i > 0 && s.ID <= v.Shapes[i-1].ID {
			t.Errorf("%s stands after %s", s.ID, v.Shapes[i-1].ID)
		}
		if s.Mark == nil && (s.Path == "" || s.Area < 10) {
			t.Errorf("%s has neither a mark nor an area to see (%.1f)", s.ID, s.Area)
		}
		if s.Mark != nil && s.Area >= 10 {
			t.Errorf("%s has a mark though it covers %.1f", s.ID, s.Area)
		}
	}
}

func TestMarksStandApartAndInside(t *testing.T) {
	views := map[string]carto.View{"world": carto.World(world(t), list(t))}
	for _, r := range rows(t, "data/regions.csv") {
		views[r["id"]] = carto.Region(world(t), region(t, r["id"]), r["id"])
	}
	for name, v := range views {
		var marks []carto.Shape
		for _, s := range v.Shapes {
			if s.Mark != nil {
				marks = append(marks, s)
			}
		}
		for i, s := range marks {
			m := s.Mark
			if m.X-m.R < 0 || m.Y-m.R < 0 || m.X+m.R > v.Width || m.Y+m.R > v.Height {
				t.Errorf("%s: the mark of %s at %v %v leaves the view", name, s.ID, m.X, m.Y)
			}
			for _, o := range marks[i+1:] {
				if d := math.Hypot(m.X-o.Mark.X, m.Y-o.Mark.Y); d < 24 { // WCAG 2.2, 2.5.8
					t.Errorf("%s: the marks of %s and %s stand %.1f apart; want 24", name, s.ID, o.ID, d)
				}
			}
		}
	}
}

// More marks than a map has room for would be moved about for hours and still lie upon each other.
func TestMarksOfAFullMapStayAtHome(t *testing.T) {
	l := list(t)
	for n := range 2000 {
		at := orb.Point{float64(n%200)*1.5 - 150, float64(n/200)*10 - 50}
		l.Countries = append(l.Countries, carto.Country{ID: fmt.Sprintf("Q%04d", n), Point: &at})
	}
	v, marks := carto.World(world(t), l), 0
	for _, s := range v.Shapes {
		if m := s.Mark; m != nil {
			marks++
			if d := math.Hypot(m.X-m.AnchorX, m.Y-m.AnchorY); d > m.R+1 {
				t.Errorf("the mark of %s went %.1f away", s.ID, d)
			}
		}
	}
	if marks < 2000 {
		t.Errorf("%d marks were drawn; want 2000 and those of small countries", marks)
	}
}

// A mark is of use only if it stays near the country, and its hairline can be followed.
func TestMarksOfTheWorldBelongToTheirPlace(t *testing.T) {
	var marked []carto.Shape
	var offs []float64
	for _, s := range carto.World(world(t), list(t)).Shapes {
		if m := s.Mark; m != nil {
			marked, offs = append(marked, s), append(offs, math.Hypot(m.X-m.AnchorX, m.Y-m.AnchorY))
			if m.Hit <= m.R || m.Hit > 12 {
				t.Errorf("%s: a target of radius %v around a mark of %v", s.ID, m.Hit, m.R)
			}
		}
	}
	slices.Sort(offs)
	if furthest, middle := offs[len(offs)-1], offs[len(offs)/2]; furthest > 75 || middle > 11 {
		t.Errorf("marks stand up to %.1f from their place, half of them %.1f; want 75 and 11 at most", furthest, middle)
	}
	crossed := 0
	for i, s := range marked {
		hair := orb.LineString{{s.Mark.AnchorX, s.Mark.AnchorY}, {s.Mark.X, s.Mark.Y}}
		for j, o := range marked {
			if i != j && planar.DistanceFromSegment(hair[0], hair[1], orb.Point{o.Mark.X, o.Mark.Y}) < o.Mark.R {
				crossed++
				t.Logf("the hairline of %s runs through the mark of %s", s.ID, o.ID)
			}
		}
	}
	if crossed > 2 {
		t.Errorf("%d hairlines run through another country's mark", crossed)
	}
}

func TestWorldGeometryStaysWithinItsBudget(t *testing.T) {
	v := carto.World(world(t), list(t))
	var all strings.Builder
	for _, s := range v.Shapes {
		all.WriteString(s.Path + "\n")
	}
	all.WriteString(v.Land + v.Undetermined + v.Unsettled + v.Outline + v.Graticule)
	if n := gzipped(all.String()); n > 34_000 {
		t.Errorf("the world takes %d bytes gzipped; want 34,000 at most", n)
	} else {
		t.Logf("%d bytes gzipped", n)
	}
}

func TestWorldPathsHoldTheAreasTheyClaim(t *testing.T) {
	v := carto.World(world(t), list(t))
	bounds := orb.Bound{Min: orb.Point{-2, -2}, Max: orb.Point{v.Width + 2, v.Height + 2}}
	var land float64
	for _, s := range v.Shapes {
		var size float64
		for _, r := range parsePath(t, s.Path) {
			size -= planar.Area(r)
			for _, p := range r {
				if !bounds.Contains(p) {
					t.Fatalf("%s reaches %v, outside the map", s.ID, p)
				}
			}
		}
		size = math.Abs(size) // either way round
		if math.Abs(size-s.Area) > 2+0.02*s.Area {
			t.Errorf("%s: its path covers %.1f, its area says %.1f", s.ID, size, s.Area)
		}
		land += size
	}
	// Land without Antarctica is about 26 % of the sphere, and the map keeps areas.
	scale := v.Width / 2 / carto.EqualEarth(orb.Point{180, 0})[0]
	if share := land / (4 * math.Pi * scale * scale); share < 0.255 || share > 0.275 {
		t.Errorf("land covers %.3f of the sphere; want about 0.263", share)
	}
}

// No polygon is torn across the map: the widest is Russia's, which the antimeridian cuts in the file.
func TestNoShapeJumpsAcrossTheMap(t *testing.T) {
	for _, s := range carto.World(world(t), list(t)).Shapes {
		for _, r := range parsePath(t, s.Path) {
			if b := r.Bound(); b.Max[0]-b.Min[0] > 400 {
				t.Errorf("%s: a ring reaches from %.0f to %.0f", s.ID, b.Min[0], b.Max[0])
			}
		}
	}
}

func TestViewsAreTheSameEveryTime(t *testing.T) {
	if diff := cmp.Diff(carto.World(world(t), list(t)), carto.World(world(t), list(t))); diff != "" {
		t.Errorf("two worlds differ:\n%s", diff)
	}
}

var linePart = regexp.MustCompile(`[Mm][^Mm]+`)

var pathToken = regexp.MustCompile(`[MmlZz]|-?(?:\d*\.\d+|\d+)`)

// parsePath reads path data as SVG 2 defines it, by other means than it was written.
func parsePath(t *testing.T, d string) []orb.Ring {
	t.Helper()
	var rings []orb.Ring
	var ring orb.Ring
	var at orb.Point
	var numbers []float64
	for _, token := range pathToken.FindAllString(d, -1) {
		switch token {
		case "M", "m", "l":
		case "z":
			rings, at = append(rings, append(ring, ring[0])), ring[0]
			ring = nil
		default:
			n, err := strconv.ParseFloat(token, 64)
			if err != nil {
				t.Fatal(err)
			}
			if numbers = append(numbers, n); len(numbers) == 2 {
				at = orb.Point{at[0] + numbers[0], at[1] + numbers[1]}
				ring, numbers = append(ring, at), nil
			}
		}
	}
	if rest := pathToken.ReplaceAllString(d, ""); strings.TrimSpace(rest) != "" || len(numbers) > 0 || ring != nil {
		t.Fatalf("path data that is not understood: %q", rest)
	}
	return rings
}

func BenchmarkWorld(b *testing.B) {
	topology, countries := world(b), list(b)
	for b.Loop() {
		carto.World(topology, countries)
	}
}

func BenchmarkEqualEarth(b *testing.B) {
	for b.Loop() {
		carto.EqualEarth(orb.Point{36.8, -1.3})
	}
}
