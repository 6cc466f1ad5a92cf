package carto

import (
	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

const (
	worldWidth = 1000.0
	// worldCentre is the meridian in the middle of the map. Eleven east leaves the edge, 169 west,
	// in the Bering Strait: no country is cut.
	worldCentre = 11.0
	// worldEdge divides what is drawn in the far east from what is drawn in the far west: it runs
	// between St Lawrence Island and Alaska.
	worldEdge  = -168.5
	worldNorth = 84.0
	worldSouth = -57.0
	// worldTolerance is the simplification, in units of the view.
	worldTolerance = 0.32
)

// World draws the whole world in Equal Earth, 1000 units wide, without Antarctica.
func World(t *boundary.Topology, list List) View {
	f := worldFrame()
	v := f.draw(t.Without("ATA"), list)
	v.Outline = f.outline()
	v.Graticule = f.graticule()
	return v
}

func worldFrame() frame {
	scale := worldWidth / 2 / EqualEarth(orb.Point{180, 0})[0]
	top := EqualEarth(orb.Point{0, worldNorth})[1]
	bottom := EqualEarth(orb.Point{0, worldSouth})[1]
	return frame{
		width: worldWidth, height: round((top - bottom) * scale), tolerance: worldTolerance, radius: 4.5, spacing: apart, smallest: 10,
		project: func(p orb.Point) orb.Point {
			q := EqualEarth(orb.Point{p[0] - worldCentre, p[1]})
			return orb.Point{worldWidth/2 + q[0]*scale, (top - q[1]) * scale}
		},
		turn: func(lon float64) float64 {
			if lon < worldEdge {
				return 360
			}
			return 0
		},
	}
}

// pieces is how many curves draw a meridian of the world.
const pieces = 6

// meridian gives the places of a longitude by latitude.
func (f frame) meridian(lon float64) meridian {
	return func(lat float64) orb.Point { return f.project(orb.Point{lon, lat}) }
}

// outline is the edge of the sphere between the map's top and bottom.
func (f frame) outline() string {
	east, west := f.meridian(worldCentre+180), f.meridian(worldCentre-180)
	var p pen
	p.begin(spot(east(worldSouth)))
	p.bend(east, worldSouth, worldNorth, pieces)
	p.command('l')
	p.move(spot(west(worldNorth)))
	p.bend(west, worldNorth, worldSouth, pieces)
	p.command('z')
	return p.String()
}

// graticule is every thirtieth meridian and parallel, and no more: a quiet grid.
func (f frame) graticule() string {
	var p pen
	for lon := -150.0; lon <= 180; lon += 30 {
		line := f.meridian(lon)
		p.begin(spot(line(worldSouth)))
		p.bend(line, worldSouth, worldNorth, pieces)
	}
	for lat := -30.0; lat <= 60; lat += 30 {
		p.open(orb.LineString{f.project(orb.Point{worldCentre - 180, lat}), f.project(orb.Point{worldCentre + 180, lat})})
	}
	return p.String()
}
