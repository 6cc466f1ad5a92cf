package build

import (
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/picture"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// views are all drawings of a build.
type views struct {
	pages   site.Maps // those that pages show inline
	world   view
	regions map[string]view
	list    carto.List
	areas   []boundary.Area // the simplified boundaries, for GeoJSON
	// locator is made when the first place is drawn.
	locator func() (*carto.Locator, error)
	// boundaries is a checksum of all that views are drawn from.
	boundaries string
}

// view is a map with the checksum of what it is drawn from.
type view struct {
	carto.View
	sum string
}

// projected is what a build needs of the boundaries, in the form in which it is kept.
type projected struct {
	World   carto.View
	Regions map[string]carto.View
	Boxes   map[string][4]float64 // of the regions on the world map
	Areas   []boundary.Area
	Borders map[string][]string // neighbours by land
}

// draw gives the views, which are drawn only where the cache does not hold them.
func (r *run) draw(cache *pictureCache) (views, error) {
	g := picture.GroundOf(r.data)
	topology := sync.OnceValues(g.Topology)
	name, err := cache.name("views, windows and neighbours", g.Boundaries, g.Joined, g.Parts, g.List, regions(r.data))
	if err != nil {
		return views{}, err
	}
	if r.projected.name != name {
		p, err := r.projections(cache, name, topology, g.List)
		if err != nil {
			return views{}, err
		}
		r.projected = keptViews{name, p}
	}
	cache.use(name)
	m := r.projected.views(name)
	m.list = g.List
	m.locator = sync.OnceValues(func() (*carto.Locator, error) {
		t, err := topology()
		if err != nil {
			return nil, err
		}
		return carto.NewLocator(t), nil
	})
	return m, nil
}

// keptViews is what was projected, with the name under which it is kept.
type keptViews struct {
	name string
	projected
}

// projections gives what is projected from the cache, or makes it.
func (r *run) projections(cache *pictureCache, name string, topology func() (*boundary.Topology, error), list carto.List) (p projected, err error) {
	kept, err := cache.get(name, func() ([]byte, error) {
		t, err := topology()
		if err != nil {
			return nil, err
		}
		return json.Marshal(r.project(t, list))
	})
	if err != nil {
		return p, err
	}
	if err := json.Unmarshal(kept, &p); err != nil {
		return p, fmt.Errorf("views in the picture cache: %w", err)
	}
	return p, nil
}

// regions gives the countries of each region.
func regions(d *dataset.Dataset) map[string][]string {
	members := map[string][]string{}
	for _, region := range d.Regions {
		members[region.ID] = nil
	}
	for _, c := range d.Countries {
		members[c.Region] = append(members[c.Region], c.ISO3)
	}
	return members
}

// project draws every view.
func (r *run) project(t *boundary.Topology, list carto.List) projected {
	p := projected{World: carto.World(t, list), Regions: map[string]carto.View{},
		Boxes: map[string][4]float64{}, Areas: simplified(t).Areas(), Borders: neighbours(t)}
	for _, region := range r.data.Regions {
		members := within(r.data, list, region.ID)
		p.Regions[region.ID] = carto.Region(t, members, region.ID)
		p.Boxes[region.ID] = carto.WorldBox(t, members.Countries, region.ID)
	}
	return p
}

// neighbours gives the areas with which each area has a border, in the order of the alphabet.
func neighbours(t *boundary.Topology) map[string][]string {
	near := map[string][]string{}
	for _, border := range t.Borders() {
		for _, pair := range [][2]string{{border.A, border.B}, {border.B, border.A}} {
			if !slices.Contains(near[pair[0]], pair[1]) {
				near[pair[0]] = append(near[pair[0]], pair[1])
			}
		}
	}
	for id := range near {
		slices.Sort(near[id])
	}
	return near
}

func (p projected) views(sum string) views {
	m := views{world: view{p.World, sum + " world"}, regions: map[string]view{}, areas: p.Areas, boundaries: sum,
		pages: site.Maps{Patterns: patterns(), World: site.MapOf(p.World), Regions: map[string]site.Map{}}}
	m.pages.World.Boxes, m.pages.Borders = p.Boxes, p.Borders
	for id, v := range p.Regions {
		m.regions[id], m.pages.Regions[id] = view{v, sum + " " + id}, site.MapOf(v)
	}
	return m
}

// patterns gives those of answers and those of numbers.
func patterns() site.Patterns {
	fills := carto.Fills()
	first := slices.IndexFunc(fills, func(f carto.Fill) bool { return f.Class == carto.Q1 })
	return site.Patterns{Answers: carto.Defs(fills[:first]), Numbers: carto.Defs(fills[first:])}
}

// within keeps the countries of a region.
func within(d *dataset.Dataset, list carto.List, region string) carto.List {
	list.Countries = slices.DeleteFunc(slices.Clone(list.Countries), func(c carto.Country) bool {
		country, _ := d.Country(c.ID)
		return country.Region != region
	})
	return list
}

// simplified thins the boundaries for publication as far as the world map does: a third of a
// unit on an Equal Earth map 1000 units wide.
func simplified(t *boundary.Topology) *boundary.Topology {
	scale := 500 / carto.EqualEarth(orb.Point{180, 0})[0]
	return t.Simplify(func(p orb.Point) orb.Point {
		q := carto.EqualEarth(p)
		return orb.Point{q[0] * scale, q[1] * scale}
	}, 0.32)
}
