package carto_test

import (
	"testing"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

// The window onto a region has the proportions of the world map, lies on it, holds most of the
// region's countries and is smaller than the whole.
func TestWorldBoxes(t *testing.T) {
	view := carto.World(world(t), list(t))
	for _, r := range rows(t, "data/regions.csv") {
		t.Run(r["id"], func(t *testing.T) {
			members := region(t, r["id"]).Countries
			box := carto.WorldBox(world(t), members, r["id"])
			x, y, w, h := box[0], box[1], box[2], box[3]
			if x < 0 || y < 0 || x+w > view.Width+0.1 || y+h > view.Height+0.1 || w > 0.8*view.Width {
				t.Errorf("the window %v does not lie on a map of %v by %v, or is most of it", box, view.Width, view.Height)
			}
			if got, want := w/h, view.Width/view.Height; got < want-0.01 || got > want+0.01 {
				t.Errorf("proportions %.3f; want %.3f", got, want)
			}
			inside := 0
			for _, c := range members {
				for _, s := range view.Shapes {
					if s.ID == c.ID && holds(t, box, s) {
						inside++
					}
				}
			}
			if inside*3 < len(members)*2 {
				t.Errorf("only %d of %d countries are in the window", inside, len(members))
			}
		})
	}
	if got := carto.WorldBox(world(t), nil, "nowhere"); got != [4]float64{0, 0, view.Width, view.Height} {
		t.Errorf("no countries: %v; want the whole map", got)
	}
}

// holds tells whether the middle of a shape, or its mark, lies in a window.
func holds(t *testing.T, box [4]float64, s carto.Shape) bool {
	t.Helper()
	var x, y float64
	if s.Mark != nil {
		x, y = s.Mark.X, s.Mark.Y
	} else {
		rings := parsePath(t, s.Path)
		bound := rings[0].Bound()
		for _, ring := range rings {
			bound = bound.Union(ring.Bound())
		}
		x, y = bound.Center()[0], bound.Center()[1]
	}
	return x >= box[0] && x <= box[0]+box[2] && y >= box[1] && y <= box[1]+box[3]
}
