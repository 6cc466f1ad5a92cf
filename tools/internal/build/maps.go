package build

import (
	"crypto/sha256"
	"encoding/hex"
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
	locator func() *carto.Locator
	// boundaries is a checksum of what locator draws.
	boundaries string
}

// view is a map with the checksum by which pictures of it are kept.
type view struct {
	carto.View
	sum string
}

func (r *run) draw() (views, error) {
	topology, err := boundary.Decode(dataset.BoundariesFile, r.data.Boundaries)
	if err != nil {
		return views{}, err
	}
	topology = topology.Join(joined(r.data)).Split(parts(r.data))
	sum, errSum := checksum(r.data.Boundaries, joined(r.data), parts(r.data))
	m := views{regions: map[string]view{}, areas: simplified(topology).Areas(), boundaries: sum,
		locator: sync.OnceValue(func() *carto.Locator { return carto.NewLocator(topology) })}
	return m, errors.Join(errSum, r.drawViews(&m, topology))
}

func (r *run) drawViews(m *views, topology *boundary.Topology) (err error) {
	list := drawList(r.data)
	if m.world, err = viewOf(carto.World(topology, list)); err != nil {
		return err
	}
	m.pages = site.Maps{Patterns: carto.Defs(carto.Fills()), World: site.MapOf(m.world.View), Regions: map[string]site.Map{}}
	m.pages.World.Boxes = map[string][4]float64{}
	for _, region := range r.data.Regions {
		members := within(r.data, list, region.ID)
		v, err := viewOf(carto.Region(topology, members, region.ID))
		if err != nil {
			return err
		}
		m.regions[region.ID], m.pages.Regions[region.ID] = v, site.MapOf(v.View)
		m.pages.World.Boxes[region.ID] = carto.WorldBox(topology, members.Countries, region.ID)
	}
	return nil
}

func viewOf(v carto.View) (view, error) {
	sum, err := checksum(v)
	return view{v, sum}, err
}

// checksum is that of the values in JSON, which orders the keys of maps and follows pointers.
func checksum(values ...any) (string, error) {
	data, err := json.Marshal(values)
	if err != nil {
		return "", fmt.Errorf("checksum: %w", err)
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:]), nil
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
	}, 0.35)
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
