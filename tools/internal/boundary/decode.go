package boundary

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/paulmach/orb"
)

// document is the part of a TopoJSON file that matters here, but for its arcs.
type document struct {
	Type      string `json:"type"`
	Transform *struct {
		Scale     []float64 `json:"scale"`
		Translate []float64 `json:"translate"`
	} `json:"transform"`
	Objects struct {
		Countries *struct {
			Type       string     `json:"type"`
			Geometries []geometry `json:"geometries"`
		} `json:"countries"`
	} `json:"objects"`
}

type geometry struct {
	Type       string          `json:"type"`
	Arcs       json.RawMessage `json:"arcs"`
	Properties struct {
		A3 string `json:"a3"`
	} `json:"properties"`
}

// Decode reads a quantised TopoJSON file (https://github.com/topojson/topojson-specification)
// whose object "countries" holds polygons with an alpha-3 code in their property "a3". Errors
// begin with name, the file's, and name the area or arc that is wrong.
func Decode(name string, data []byte) (*Topology, error) {
	t, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return t, nil
}

func decode(data []byte) (*Topology, error) {
	var doc document
	arcs, rest, err := cutArcs(data)
	if err == nil {
		err = json.Unmarshal(rest, &doc)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot be read as TopoJSON: %w", err)
	}
	switch tr := doc.Transform; {
	case doc.Type != "Topology":
		return nil, fmt.Errorf("type is %q; want Topology", doc.Type)
	case tr == nil || len(tr.Scale) != 2 || len(tr.Translate) != 2:
		return nil, errors.New("no transform with two scales and two translations; want a quantised topology")
	case doc.Objects.Countries == nil || doc.Objects.Countries.Type != "GeometryCollection":
		return nil, errors.New(`no object "countries" that is a GeometryCollection`)
	}
	t := &Topology{arcs: make([]orb.LineString, len(arcs.ends))}
	points := make(orb.LineString, len(arcs.numbers)/2)
	for i := range t.arcs {
		numbers := arcs.arc(i)
		t.arcs[i], points = points[:len(numbers)/2:len(numbers)/2], points[len(numbers)/2:]
		if err := decodeArc(t.arcs[i], numbers, doc.Transform.Scale, doc.Transform.Translate); err != nil {
			return nil, fmt.Errorf("arc %d: %w", i, err)
		}
	}
	if err := t.decodeAreas(doc.Objects.Countries.Geometries); err != nil {
		return nil, err
	}
	t.caps = sync.OnceValue(func() []spot { return spots(t.arcs) })
	return t, nil
}

// decodeArc fills an arc by undoing delta encoding and quantisation. It lets longitudes run on
// past 180.
func decodeArc(arc orb.LineString, deltas []int, scale, translate []float64) error {
	if len(arc) < 2 {
		return fmt.Errorf("%d positions; want two or more", len(arc))
	}
	var x, y int
	turns, before := 0.0, 0.0
	for i := range arc {
		x, y = x+deltas[2*i], y+deltas[2*i+1]
		lon := float64(x)*scale[0] + translate[0]
		lat := float64(y)*scale[1] + translate[1]
		if !(math.Abs(lon) <= 180+1e-9 && math.Abs(lat) <= 90+1e-9) {
			return fmt.Errorf("position %d is %v %v; want degrees of longitude and latitude", i, lon, lat)
		}
		if i > 0 && math.Abs(lon-before) > 180 {
			turns += math.Copysign(360, before-lon)
		}
		if math.Abs(turns) > 360 {
			return fmt.Errorf("position %d: winds around the globe more than once", i)
		}
		before = lon
		arc[i] = orb.Point{lon + turns, lat}
	}
	return nil
}

func (t *Topology) decodeAreas(geometries []geometry) error {
	used := make([]int, len(t.arcs))
	for i, g := range geometries {
		id := g.Properties.A3
		if len(id) != 3 || strings.ToUpper(id) != id {
			return fmt.Errorf("area %d: code is %q; want three capitals in properties.a3", i, id)
		}
		polygons, err := g.polygons()
		if err != nil {
			return fmt.Errorf("area %s: %w", id, err)
		}
		a := area{id: id}
		for _, p := range polygons {
			if err := t.addPolygon(&a, p, used); err != nil {
				return fmt.Errorf("area %s: %w", id, err)
			}
		}
		t.areas = append(t.areas, a)
	}
	slices.SortFunc(t.areas, func(a, b area) int { return strings.Compare(a.id, b.id) })
	for i := 1; i < len(t.areas); i++ {
		if t.areas[i].id == t.areas[i-1].id {
			return fmt.Errorf("area %s: stands twice", t.areas[i].id)
		}
	}
	return nil
}

func (g geometry) polygons() ([]polygon, error) {
	var err error
	var one polygon
	var many []polygon
	switch g.Type {
	case "Polygon":
		err = json.Unmarshal(g.Arcs, &one)
		many = []polygon{one}
	case "MultiPolygon":
		err = json.Unmarshal(g.Arcs, &many)
	default:
		err = fmt.Errorf("type is %q; want Polygon or MultiPolygon", g.Type)
	}
	if err == nil && len(many) == 0 {
		err = errors.New("no polygons")
	}
	return many, err
}

// addPolygon checks a polygon, turns its rings the right way round and adds it to an area.
// Rings that quantisation has shrunk to a point are left out; the first one's place is kept.
func (t *Topology) addPolygon(a *area, rings polygon, used []int) error {
	if len(rings) == 0 {
		return errors.New("polygon without rings")
	}
	var kept polygon
	for i, r := range rings {
		r, err := t.checkRing(r, used)
		if err != nil {
			return err
		}
		if len(a.polygons) == 0 && a.place == (orb.Point{}) {
			a.place = t.end(r[0], 0)
		}
		size := signedArea(t.points(r))
		if size == 0 {
			if i == 0 {
				return nil
			}
			continue
		}
		if (size > 0) != (i == 0) {
			r = r.reversed()
		}
		kept = append(kept, r)
	}
	a.polygons = append(a.polygons, kept)
	return nil
}

// checkRing tells whether a chain of arcs exists and closes. A ring around a pole ends 360
// degrees from where it began; it is closed along the pole.
func (t *Topology) checkRing(r ring, used []int) (ring, error) {
	if len(r) == 0 {
		return nil, errors.New("ring without arcs")
	}
	for _, ref := range r {
		if arcOf(ref) >= len(used) {
			return nil, fmt.Errorf("arc %d does not exist; there are %d", arcOf(ref), len(used))
		}
		if used[arcOf(ref)]++; used[arcOf(ref)] > 2 {
			return nil, fmt.Errorf("arc %d is used by more than two rings", arcOf(ref))
		}
	}
	for i, ref := range r[1:] {
		if t.end(r[i], 1) != t.end(ref, 0) {
			return nil, fmt.Errorf("arc %d does not begin where arc %d ends", arcOf(ref), arcOf(r[i]))
		}
	}
	first, last := t.end(r[0], 0), t.end(r[len(r)-1], 1)
	switch {
	case first == last:
		return r, nil
	case first[1] == last[1] && math.Abs(first[0]-last[0]) == 360:
		pole := math.Copysign(90, first[1])
		t.arcs = append(t.arcs, orb.LineString{last, {last[0], pole}, {first[0], pole}, first})
		return append(slices.Clone(r), len(t.arcs)-1), nil
	}
	return nil, fmt.Errorf("ring of arc %d does not close: it begins at %v and ends at %v", arcOf(r[0]), first, last)
}
