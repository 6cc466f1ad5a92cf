package carto

import (
	"math"
	"strconv"

	"github.com/paulmach/orb"
)

// pen writes SVG path data with one decimal in relative commands. Positions are rounded before
// differences are taken, so errors don't add up and neighbours meet.
type pen struct {
	out  []byte
	x, y int // where the pen is, in tenths
	// decimal tells that the last number had a point, so that one beginning with a point needs
	// nothing between.
	decimal bool
	started bool
}

func tenths(p orb.Point) (x, y int) {
	return int(math.Round(p[0] * 10)), int(math.Round(p[1] * 10))
}

// spot gives a position in tenths.
func spot(p orb.Point) [2]int {
	x, y := tenths(p)
	return [2]int{x, y}
}

// rounded gives the positions in tenths without repetition.
func rounded(line []orb.Point) [][2]int {
	out := make([][2]int, 0, len(line))
	for _, p := range line {
		x, y := tenths(p)
		if n := len(out); n == 0 || out[n-1] != [2]int{x, y} {
			out = append(out, [2]int{x, y})
		}
	}
	return out
}

// ring writes a closed ring. One that rounding leaves without extent is not written.
func (p *pen) ring(r orb.Ring) {
	at := rounded(r)
	if len(at) > 1 && at[0] == at[len(at)-1] {
		at = at[:len(at)-1]
	}
	if len(at) < 3 {
		return
	}
	p.line(at)
	p.out = append(p.out, 'z')
	p.x, p.y = at[0][0], at[0][1]
}

// open writes an open line.
func (p *pen) open(line orb.LineString) {
	if at := rounded(line); len(at) >= 2 {
		p.line(at)
	}
}

func (p *pen) line(at [][2]int) {
	p.begin(at[0])
	p.command('l')
	for _, q := range at[1:] {
		p.move(q)
	}
}

// begin lifts the pen and sets it down elsewhere.
func (p *pen) begin(at [2]int) {
	if p.started {
		p.command('m')
	} else {
		p.command('M') // a path that begins with m would mean the same; M says so
		p.started = true
	}
	p.move(at)
}

func (p *pen) command(c byte) {
	p.out = append(p.out, c)
	p.decimal = true // nothing is needed between a command and a number
}

func (p *pen) move(to [2]int) {
	p.pair(to[0]-p.x, to[1]-p.y)
	p.x, p.y = to[0], to[1]
}

// pair writes two numbers.
func (p *pen) pair(x, y int) {
	p.number(x, p.out[len(p.out)-1] > '9')
	p.number(y, false)
}

// number writes n tenths as briefly as SVG's grammar allows: 12 -> 1.2, 5 -> .5, -30 -> -3.
func (p *pen) number(n int, first bool) {
	sign := n < 0
	if sign {
		n = -n
	}
	whole, tenth := n/10, n%10
	if !first && !sign && (whole > 0 || tenth == 0 || !p.decimal) {
		p.out = append(p.out, ' ')
	}
	if sign {
		p.out = append(p.out, '-')
	}
	if whole > 0 || tenth == 0 {
		p.out = strconv.AppendInt(p.out, int64(whole), 10)
	}
	if p.decimal = tenth > 0; p.decimal {
		p.out = append(p.out, '.', byte('0'+tenth))
	}
}

// String gives the path data written so far.
func (p *pen) String() string { return string(p.out) }
