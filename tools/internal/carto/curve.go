package carto

import "github.com/paulmach/orb"

// meridian is a curve of a view by latitude.
type meridian func(lat float64) orb.Point

// bend writes cubic curves along a meridian, from where the pen stands: its first latitude. Each
// curve leaves and arrives in the meridian's own direction (Hermite's form), so that a few stay
// nearer to it than a tenth of a unit, in a third of the bytes that straight lines would take.
func (p *pen) bend(at meridian, from, to float64, pieces int) {
	const near = 0.01 // degrees; curves are as good as straight over this
	step := (to - from) / float64(pieces)
	slope := func(lat float64) orb.Point {
		a, b := at(lat-near), at(lat+near)
		return orb.Point{(b[0] - a[0]) / (2 * near) * step / 3, (b[1] - a[1]) / (2 * near) * step / 3}
	}
	p.command('c')
	for i := range pieces {
		start, end := from+float64(i)*step, from+float64(i+1)*step
		a, b, d, e := at(start), at(end), slope(start), slope(end)
		for _, q := range []orb.Point{{a[0] + d[0], a[1] + d[1]}, {b[0] - e[0], b[1] - e[1]}, b} {
			x, y := tenths(q)
			p.pair(x-p.x, y-p.y)
		}
		p.x, p.y = tenths(b)
	}
}
