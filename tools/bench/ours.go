package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/carto"
	"github.com/harm-reduction-atlas/atlas/tools/internal/publish"
)

// ours does a piece of work with the packages that build the site.
func ours(what, file string) error {
	data, err := os.ReadFile(boundaries)
	if err != nil {
		return err
	}
	topology, err := boundary.Decode(boundaries, data)
	if err != nil {
		return err
	}
	rows, err := records(countries)
	if err != nil {
		return err
	}
	switch what {
	case "geojson":
		data, err = joined(topology, rows)
	case "svg":
		data = drawn(topology, rows)
	default:
		err = fmt.Errorf("%q; want geojson or svg", what)
	}
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// records reads a CSV file with its head first.
func records(file string) ([][]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err == nil && len(rows) == 0 {
		err = fmt.Errorf("%s is empty", file)
	}
	return rows, err
}

// joined gives the simplified areas with the columns of their country.
func joined(t *boundary.Topology, rows [][]string) ([]byte, error) {
	byCode := map[string][]string{}
	for _, r := range rows[1:] {
		byCode[r[0]] = r
	}
	scale := 500 / carto.EqualEarth(orb.Point{180, 0})[0]
	small := t.Simplify(func(p orb.Point) orb.Point {
		q := carto.EqualEarth(p)
		return orb.Point{q[0] * scale, q[1] * scale}
	}, 0.35)
	out := collection{Type: "FeatureCollection"}
	for _, a := range small.Areas() {
		f := feature{Type: "Feature", Properties: map[string]string{"a3": a.ID}}
		for i, value := range byCode[a.ID] {
			f.Properties[rows[0][i]] = value
		}
		f.Geometry = publish.Geometry(a.Geometry)
		out.Features = append(out.Features, f)
	}
	return json.Marshal(out)
}

// collection is GeoJSON (RFC 7946).
type collection struct {
	Type     string    `json:"type"`
	Features []feature `json:"features"`
}

type feature struct {
	Type       string            `json:"type"`
	Properties map[string]string `json:"properties"`
	Geometry   json.RawMessage   `json:"geometry"`
}

// drawn gives the world as a picture.
func drawn(t *boundary.Topology, rows [][]string) []byte {
	var list carto.List
	for _, r := range rows[1:] {
		if _, known := t.Area(r[0]); known && r[0] != "ATA" {
			list.Countries = append(list.Countries, carto.Country{ID: r[0]})
		}
	}
	return carto.SVG(carto.World(t, list), carto.Map{Title: "World"})
}
