package carto

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"

	"github.com/harm-reduction-atlas/atlas/tools/internal/boundary"
)

// boxPadding is left around the land of a region on the world map, in units of the view.
const boxPadding = 8.0

// WorldBox gives the window of the world map that shows a region: x, y, width and height in units
// of World, in its proportions. As in the view of the region small islands far away are not
// fitted, nor is what lies across the edge of the map from most of the region.
func WorldBox(t *boundary.Topology, countries []Country, id string) [4]float64 {
	f := worldFrame()
	var places []orb.Point
	for _, p := range landmarks(t, countries, framings[id]) {
		places = append(places, f.place(p))
	}
	if len(places) == 0 {
		return [4]float64{0, 0, f.width, f.height}
	}
	slices.SortFunc(places, func(a, b orb.Point) int { return cmp.Compare(a[0], b[0]) })
	middle := places[len(places)/2][0]
	places = slices.DeleteFunc(places, func(p orb.Point) bool { return p[0] < middle-f.width/3 || p[0] > middle+f.width/3 })
	return f.window(orb.MultiPoint(places).Bound().Pad(boxPadding))
}

// window widens a rectangle to the proportions of the view and keeps it inside.
func (f frame) window(b orb.Bound) [4]float64 {
	width := max(b.Max[0]-b.Min[0], (b.Max[1]-b.Min[1])*f.width/f.height)
	width = min(width, f.width)
	height := width * f.height / f.width
	middle := b.Center()
	x := min(max(middle[0]-width/2, 0), f.width-width)
	y := min(max(middle[1]-height/2, 0), f.height-height)
	return [4]float64{round(x), round(y), round(width), round(height)}
}
