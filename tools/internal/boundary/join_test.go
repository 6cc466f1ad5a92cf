package boundary_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

func ids(t *boundary.Topology) []string {
	var out []string
	for _, a := range t.Areas() {
		out = append(out, a.ID)
	}
	return out
}

func TestJoinDissolvesTheInnerBorder(t *testing.T) {
	joined := decoded(t, squares).Join(map[string]string{"EAS": "WES"})
	if diff := cmp.Diff([]string{"LAK", "WES"}, ids(joined)); diff != "" {
		t.Fatalf("ids (-want +got):\n%s", diff)
	}
	a, _ := joined.Area("WES")
	want := orb.Polygon{
		ring(10, 0, 20, 0, 20, 10, 10, 10, 0, 10, 0, 0, 10, 0),
		ring(14, 4, 14, 6, 16, 6, 16, 4, 14, 4),
	}
	if !hasPolygon(a.Geometry, want) || len(a.Geometry) != 2 {
		t.Errorf("got %v; want one mainland with its lake, and the island", a.Geometry)
	}
	if n := len(joined.Borders()); n != 1 {
		t.Errorf("%d borders; want only the lake's", n)
	}
}

func TestJoinFillsAHole(t *testing.T) {
	joined := decoded(t, squares).Join(map[string]string{"LAK": "EAS"})
	a, _ := joined.Area("EAS")
	if len(a.Geometry) != 1 || len(a.Geometry[0]) != 1 {
		t.Errorf("got %v; want one ring without a hole", a.Geometry)
	}
}

func TestJoinGivesAnAreaAnotherName(t *testing.T) {
	joined := decoded(t, squares).Join(map[string]string{"LAK": "NEW"})
	if diff := cmp.Diff([]string{"EAS", "NEW", "WES"}, ids(joined)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
	if n := len(joined.Borders()); n != 2 {
		t.Errorf("%d borders; want both", n)
	}
}

func TestJoinLeavesTheOriginal(t *testing.T) {
	original := decoded(t, squares)
	before := original.Areas()
	original.Join(map[string]string{"EAS": "WES", "LAK": "WES"})
	if diff := cmp.Diff(before, original.Areas()); diff != "" {
		t.Errorf("the original changed:\n%s", diff)
	}
}

func TestSplitTakesPartsOutOfAnArea(t *testing.T) {
	for _, c := range []struct {
		name string
		at   orb.Point
		want []string
		left int // polygons of WES
	}{
		{"the island by its place", orb.Point{2.2, 20.1}, []string{"EAS", "ISL", "LAK", "WES"}, 1},
		{"a place in the sea", orb.Point{5, 40}, []string{"EAS", "LAK", "WES"}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			split := decoded(t, squares).Split([]boundary.Part{{ID: "ISL", From: "WES", At: c.at}})
			if diff := cmp.Diff(c.want, ids(split)); diff != "" {
				t.Errorf("ids (-want +got):\n%s", diff)
			}
			if a, _ := split.Area("WES"); len(a.Geometry) != c.left {
				t.Errorf("WES keeps %d polygons; want %d", len(a.Geometry), c.left)
			}
		})
	}
}

func TestWithout(t *testing.T) {
	left := decoded(t, squares).Without("EAS")
	if diff := cmp.Diff([]string{"LAK", "WES"}, ids(left)); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
	if n := len(left.Borders()); n != 0 {
		t.Errorf("%d borders; want none with only one side", n)
	}
}

func TestNearKeepsPolygonsAroundAPlace(t *testing.T) {
	near := decoded(t, squares).Near(orb.Point{2, 25}, 6)
	for id, want := range map[string]int{"WES": 1, "EAS": 0, "LAK": 0} {
		if a, _ := near.Area(id); len(a.Geometry) != want {
			t.Errorf("%s has %d polygons; want %d", id, len(a.Geometry), want)
		}
	}
}
