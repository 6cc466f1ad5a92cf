package build

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
	"github.com/harm-reduction-atlas/atlas/tools/internal/site"
)

// views are all drawings of a build.
type views struct {
	pages   site.Maps // those that pages show inline
	world   view
	regions map[string]view
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
	topology := sync.OnceValues(func() (*boundary.Topology, error) {
		t, err := boundary.Decode(dataset.BoundariesFile, r.data.Boundaries)
		if err != nil {
			return nil, err
		}
		return t.Join(joined(r.data)).Split(parts(r.data)), nil
	})
	name, errName := cache.name("views, windows and neighbours", r.data.Boundaries, joined(r.data), parts(r.data), drawList(r.data), regions(r.data))
	kept, errKept := cache.get(name, func() ([]byte, error) {
		t, err := topology()
		if err != nil {
			return nil, err
		}
		return json.Marshal(r.project(t))
	})
	if err := errors.Join(errName, errKept); err != nil {
		return views{}, err
	}
	var p projected
	if err := json.Unmarshal(kept, &p); err != nil {
		return views{}, fmt.Errorf("views in the picture cache: %w", err)
	}
	m := p.views(name)
	m.locator = sync.OnceValues(func() (*carto.Locator, error) {
		t, err := topology()
		if err != nil {
			return nil, err
		}
		return carto.NewLocator(t), nil
	})
	return m, nil
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
func (r *run) project(t *boundary.Topology) projected {
	list := drawList(r.data)
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

// joined says which areas are drawn as part of which country.
func joined(d *dataset.Dataset) map[string]string {
	into := map[string]string{}
	for _, a := range d.Areas {
		if a.Drawn == "joined" {
			into[a.ID] = a.Country
		}
	}
	return into
}

// parts says which countries the boundaries draw as part of another's area: overseas
// departments, for instance, have a profile and a status of their own.
func parts(d *dataset.Dataset) []boundary.Part {
	var list []boundary.Part
	for _, a := range d.Areas {
		country, _ := d.Country(a.ID)
		if at := point(country.Point); a.Drawn == "mark" && a.Country != "" && at != nil {
			list = append(list, boundary.Part{From: a.Country, ID: a.ID, At: *at})
		}
	}
	return list
}

// drawList gives every country with a profile, the areas whose status is undetermined and the
// borders that are not agreed.
func drawList(d *dataset.Dataset) carto.List {
	var list carto.List
	for _, c := range d.Countries {
		if c.Profile {
			list.Countries = append(list.Countries, carto.Country{ID: c.ISO3, Point: point(c.Point)})
		}
	}
	for _, a := range d.Areas {
		if a.Drawn == "undetermined" {
			list.Undetermined = append(list.Undetermined, a.ID)
		}
	}
	for _, l := range d.Lines {
		list.Unsettled = append(list.Unsettled, carto.Unsettled{A: l.Area, B: l.Neighbour, Within: window(l.Within)})
	}
	return list
}

// window reads "west south east north"; nil for anything else, which stands for all of a line.
func window(text string) *orb.Bound {
	var b orb.Bound
	if n, err := fmt.Sscan(text, &b.Min[0], &b.Min[1], &b.Max[0], &b.Max[1]); err != nil || n < 4 {
		return nil
	}
	return &b
}

// point reads "longitude latitude"; nil for anything else, which a rule refuses.
func point(text string) *orb.Point {
	lon, lat, ok := strings.Cut(text, " ")
	x, errX := strconv.ParseFloat(lon, 64)
	y, errY := strconv.ParseFloat(lat, 64)
	if !ok || errX != nil || errY != nil {
		return nil
	}
	return &orb.Point{x, y}
}
