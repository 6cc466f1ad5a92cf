package carto_test

import (
	"testing"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
)

func TestRegionsFillTheirView(t *testing.T) {
	regions := rows(t, "data/regions.csv")
	if len(regions) != 9 {
		t.Fatalf("%d regions; want nine", len(regions))
	}
	for _, r := range regions {
		t.Run(r["id"], func(t *testing.T) {
			members := region(t, r["id"])
			v := carto.Region(world(t), members, r["id"])
			if v.Width != 1000 || v.Height < 520 || v.Height > 880 {
				t.Errorf("the view is %v by %v; want 1000 by 520 to 880", v.Width, v.Height)
			}
			if len(v.Shapes) != len(members.Countries) {
				t.Errorf("%d shapes for %d countries", len(v.Shapes), len(members.Countries))
			}
			inside := orb.Bound{Min: orb.Point{0, 0}, Max: orb.Point{v.Width, v.Height}}
			seen := orb.Bound{Min: orb.Point{1e9, 1e9}, Max: orb.Point{-1e9, -1e9}}
			for _, s := range v.Shapes {
				if s.Area < 30 && s.Mark == nil {
					t.Errorf("%s cannot be seen: %.1f", s.ID, s.Area)
				}
				for _, ring := range parsePath(t, s.Path) {
					seen = seen.Union(ring.Bound())
				}
				if s.Mark != nil {
					seen = seen.Extend(orb.Point{s.Mark.X, s.Mark.Y})
				}
			}
			if w, h := seen.Max[0]-seen.Min[0], seen.Max[1]-seen.Min[1]; w < 0.9*v.Width && h < 0.9*v.Height {
				t.Errorf("the countries fill %v by %v of %v by %v", w, h, v.Width, v.Height)
			}
			if !seen.Intersects(inside) || v.Land == "" {
				t.Error("no countries or no neighbours")
			}
		})
	}
}

func BenchmarkRegion(b *testing.B) {
	topology, countries := world(b), region(b, "asia")
	for b.Loop() {
		carto.Region(topology, countries, "asia")
	}
}
