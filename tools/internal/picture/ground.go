package picture

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// Ground is what every map of a data set is drawn on, whatever it tells.
type Ground struct {
	// Boundaries are TopoJSON.
	Boundaries []byte
	// Joined says which areas are drawn as part of which country, Parts which countries the
	// boundaries draw as part of another's area.
	Joined map[string]string
	Parts  []boundary.Part
	List   carto.List
}

// GroundOf gives the ground of a data set's maps.
func GroundOf(d *dataset.Dataset) Ground {
	return Ground{d.Boundaries, joined(d), parts(d), drawList(d)}
}

// Topology reads the boundaries as they are drawn.
func (g Ground) Topology() (*boundary.Topology, error) {
	t, err := boundary.Decode(dataset.BoundariesFile, g.Boundaries)
	if err != nil {
		return nil, err
	}
	return t.Join(g.Joined).Split(g.Parts), nil
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
