package boundary

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/paulmach/orb"
)

// Fewest gives what stays of a line, for tests that compare methods.
func Fewest(line orb.LineString, tolerance float64) orb.LineString {
	keep := make([]bool, len(line))
	fewest(line, keep, tolerance)
	var out orb.LineString
	for i, p := range line {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}

func TestFewestKeepsWhatItMust(t *testing.T) {
	for _, c := range []struct {
		name string
		line orb.LineString
		want int
	}{
		{"two positions", orb.LineString{{0, 0}, {1, 0}}, 2},
		{"a straight line", orb.LineString{{0, 0}, {1, .5}, {2, -.5}, {3, 0}}, 2},
		{"a corner", orb.LineString{{0, 0}, {5, 0}, {5, 5}}, 3},
		{"a spike there and back", orb.LineString{{0, 0}, {9, 0}, {1, 0}}, 3},
		{"the same place twice", orb.LineString{{0, 0}, {0, 0}, {4, 0}}, 2},
		{"a ring", orb.LineString{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}, 5},
		{"a small ring", orb.LineString{{0, 0}, {.5, 0}, {.5, .5}, {0, 0}}, 2},
	} {
		got := Fewest(c.line, 1)
		if len(got) != c.want || got[0] != c.line[0] || got[len(got)-1] != c.line[len(c.line)-1] {
			t.Errorf("%s: %v; want %d positions, with both ends", c.name, got, c.want)
		}
	}
}

// Trying every way gives no fewer, and nothing strays.
func TestFewestIsFewest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		line := orb.LineString{{0, 0}}
		for n := 3 + random.IntN(40); len(line) < n; {
			last := line[len(line)-1]
			line = append(line, orb.Point{last[0] + random.NormFloat64() + .5, last[1] + random.NormFloat64()})
		}
		pieces := make([]int, len(line)) // by trying every way
		for j := 1; j < len(line); j++ {
			pieces[j] = math.MaxInt
			for i := range j {
				if worst, _ := strays(line, i, j); worst <= 1 {
					pieces[j] = min(pieces[j], pieces[i]+1)
				}
			}
		}
		got := Fewest(line, 1)
		if want := pieces[len(pieces)-1] + 1; len(got) != want {
			t.Errorf("%d positions of %v; want %d", len(got), line, want)
		}
		at := 0
		for _, p := range got[1:] {
			next := at + 1 + slices.Index(line[at+1:], p)
			if worst, _ := strays(line, at, next); worst > 1 {
				t.Errorf("%v strays %.2f", line[at:next+1], math.Sqrt(worst))
			}
			at = next
		}
	}
}
