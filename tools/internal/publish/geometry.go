package publish

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
	"github.com/harm-reduction-atlas/atlas/tools/internal/dataset"
)

// precision is how many units make a degree in published coordinates: four decimals, 11 m at
// the equator. The boundaries come in steps of about 0.0003°, so that a fourth decimal keeps
// the shape of the smallest countries and a fifth would only pretend.
const precision = 10000

// vertex is a position in units of 1/precision degree: whole numbers compare exactly.
type vertex struct{ lon, lat int64 }

// geometries encodes the geometry of every country: its area, else a point. The id of an
// area is the key of its country; areas of no country are left out.
func geometries(countries []dataset.Country, areas []boundary.Area) (map[string][]byte, error) {
	byCountry := make(map[string]boundary.Area, len(areas))
	for _, a := range areas {
		byCountry[a.ID] = a
	}
	encoded, failed := make(map[string][]byte, len(countries)), []error{}
	for _, c := range countries {
		area, drawn := byCountry[c.ISO3]
		geometry, err := Geometry(area.Geometry), error(nil)
		if geometry == nil {
			geometry, err = encodePoint(c.Point, area.Point, drawn)
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("country %s has no area: %w", c.ISO3, err))
		}
		encoded[c.ISO3] = geometry
	}
	return encoded, errors.Join(failed...)
}

// encodePoint writes the point that stands for a country: the data's own, else the place of
// an area too small to have an extent.
func encodePoint(own string, place orb.Point, drawn bool) ([]byte, error) {
	point := vertex{units(place.Lon()), units(place.Lat())}
	if own != "" || !drawn {
		var err error
		if point, err = parsePoint(own); err != nil {
			return nil, err
		}
	}
	return append(appendVertex([]byte(`{"type":"Point","coordinates":`), point), '}'), nil
}

// Geometry writes an area as a GeoJSON Polygon or MultiPolygon in degrees of four decimals, which is
// about 11 m; nil if nothing of the area is left.
func Geometry(area orb.MultiPolygon) []byte {
	var polygons [][]byte
	for _, polygon := range area {
		if text := encodePolygon(polygon); text != nil {
			polygons = append(polygons, text)
		}
	}
	switch len(polygons) {
	case 0:
		return nil
	case 1:
		return slices.Concat([]byte(`{"type":"Polygon","coordinates":`), polygons[0], []byte("}"))
	}
	return slices.Concat([]byte(`{"type":"MultiPolygon","coordinates":[`), slices.Concat(separated(polygons)...), []byte("]}"))
}

func separated(parts [][]byte) [][]byte {
	var all [][]byte
	for i, part := range parts {
		if i > 0 {
			all = append(all, []byte(","))
		}
		all = append(all, part)
	}
	return all
}

// encodePolygon writes rings by the right-hand rule: the outer one counter-clockwise, holes
// clockwise (RFC 7946, section 3.1.6). A hole without area is left out; so is a polygon
// whose outer ring has none.
func encodePolygon(polygon orb.Polygon) []byte {
	text := []byte("[")
	for i, ring := range polygon {
		vertices := rounded(ring)
		area := doubleArea(vertices)
		switch {
		case area == 0 && i == 0:
			return nil
		case area == 0:
			continue
		case (area > 0) != (i == 0):
			slices.Reverse(vertices)
		}
		if len(text) > 1 {
			text = append(text, ',')
		}
		text = appendRing(text, vertices)
	}
	if len(text) == 1 {
		return nil
	}
	return append(text, ']')
}

// rounded gives a closed ring in units, without points that have become equal.
func rounded(ring orb.Ring) []vertex {
	vertices := make([]vertex, 0, len(ring)+1)
	for _, p := range ring {
		vertices = append(vertices, vertex{units(p.Lon()), units(p.Lat())})
	}
	if len(vertices) > 0 {
		vertices = append(vertices, vertices[0])
	}
	return slices.Compact(vertices)
}

// doubleArea is twice the signed area of a closed ring: positive if counter-clockwise.
func doubleArea(ring []vertex) int64 {
	var sum int64
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		sum += a.lon*b.lat - b.lon*a.lat
	}
	return sum
}

func appendRing(text []byte, ring []vertex) []byte {
	text = append(text, '[')
	for i, v := range ring {
		if i > 0 {
			text = append(text, ',')
		}
		text = appendVertex(text, v)
	}
	return append(text, ']')
}

func appendVertex(text []byte, v vertex) []byte {
	text = strconv.AppendFloat(append(text, '['), float64(v.lon)/precision, 'f', -1, 64)
	text = strconv.AppendFloat(append(text, ','), float64(v.lat)/precision, 'f', -1, 64)
	return append(text, ']')
}

func units(degrees float64) int64 { return int64(math.Round(degrees * precision)) }

// parsePoint reads "longitude latitude" in degrees.
func parsePoint(text string) (vertex, error) {
	parts := strings.Fields(text)
	if len(parts) != 2 {
		return vertex{}, fmt.Errorf("point %q; want longitude and latitude", text)
	}
	lon, lonErr := strconv.ParseFloat(parts[0], 64)
	lat, latErr := strconv.ParseFloat(parts[1], 64)
	if lonErr != nil || latErr != nil || math.Abs(lon) > 180 || math.Abs(lat) > 90 {
		return vertex{}, fmt.Errorf("point %q; want degrees", text)
	}
	return vertex{units(lon), units(lat)}, nil
}
