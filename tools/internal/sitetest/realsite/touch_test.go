package realsite_test

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// at is a place in the window, in CSS pixels.
type at struct{ x, y float64 }

// touch lays fingers down, moves them along straight ways in ten steps and lifts them, as a
// touch screen reports it.
func (v visitor) touch(ways ...[2]at) {
	v.Helper()
	send := func(kind input.DispatchTouchEventType, share float64) chromedp.Action[chromedp.Void] {
		return chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
			points := []*input.TouchPoint{}
			for i, way := range ways {
				id := float64(i)
				if kind != input.DispatchTouchEventTypeTouchEnd {
					points = append(points, &input.TouchPoint{ID: &id, X: way[0].x + share*(way[1].x-way[0].x), Y: way[0].y + share*(way[1].y-way[0].y)})
				}
			}
			_, err := cdp.Call(ctx, tab, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points})
			return err
		})
	}
	v.do(send(input.DispatchTouchEventTypeTouchStart, 0))
	for step := 1.0; step <= 10; step++ {
		v.do(send(input.DispatchTouchEventTypeTouchMove, step/10))
	}
	v.do(send(input.DispatchTouchEventTypeTouchEnd, 1))
}

// touchMap opens a map on a phone and gives the middle of the map in the window.
func touchMap(t *testing.T, address string) (visitor, at) {
	t.Helper()
	v := visitMap(t, address, looks[0])
	v.do(chromedp.Func(func(ctx context.Context, tab *chromedp.Target) error {
		_, err := cdp.Call(ctx, tab, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true, MaxTouchPoints: 2})
		return err
	}))
	v.do(chromedp.Evaluate[chromedp.Void](`document.querySelector('.map').scrollIntoView({block: 'center', behavior: 'instant'})`))
	middle := sees[[]float64](v, `(() => { const r = document.querySelector('.map').getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()`)
	return v, at{middle[0], middle[1]}
}

// box gives the window of the map: x, y, width and height in its units.
func (v visitor) box() (b [4]float64) {
	v.Helper()
	for i, text := range strings.Fields(sees[string](v, viewBox)) {
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || i > 3 {
			v.Fatalf("viewBox: %q", text)
		}
		b[i] = n
	}
	return b
}

const scrolled = `String(Math.round(scrollY))`

// Two fingers zoom the map, whichever way they part, and the page stays where it is.
func TestTwoFingersZoom(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		dx, dy float64 // the way each finger goes from 20 px beside the middle
	}{{"apart sideways", 60, 0}, {"apart up and down", 0, 40}, {"apart on a slant", 40, 30}} {
		t.Run(c.name, func(t *testing.T) {
			v, m := touchMap(t, "/indicator/nsp/")
			whole, stood := v.box(), sees[string](v, scrolled)
			side := func(sign float64) at {
				if c.dx == 0 {
					return at{m.x, m.y + 20*sign}
				}
				return at{m.x + 20*sign, m.y}
			}
			move := func(p at, sign float64) at { return at{p.x + c.dx*sign, p.y + c.dy*sign} }
			v.touch([2]at{side(-1), move(side(-1), -1)}, [2]at{side(1), move(side(1), 1)})
			near := v.box()
			if near[2] > whole[2]/2 {
				t.Errorf("the map shows %v of %v; want less than half", near, whole)
			}
			if was, is := whole[0]+whole[2]/2, near[0]+near[2]/2; is < was-60 || is > was+60 {
				t.Errorf("the middle went from %.0f to %.0f", was, is)
			}
			v.is("the page", scrolled, stood)
			if hash := sees[string](v, `location.hash`); !strings.HasPrefix(hash, "#view=") {
				t.Errorf("the address says %q; want the view", hash)
			}
			// And together again: the world comes back.
			v.touch([2]at{move(side(-1), -1), side(-1)}, [2]at{move(side(1), 1), side(1)})
			if again := v.box(); again[2] < 1.3*near[2] {
				t.Errorf("fingers that close leave %v of %v", again, near)
			}
		})
	}
}

// One finger scrolls the page over a whole map, and moves a map that is zoomed.
func TestOneFingerMovesOnlyAZoomedMap(t *testing.T) {
	t.Parallel()
	v, m := touchMap(t, "/indicator/nsp/")
	whole, stood := v.box(), sees[string](v, scrolled)
	v.touch([2]at{m, {m.x, m.y - 120}})
	if v.box() != whole {
		t.Errorf("a finger moves the whole map to %v", v.box())
	}
	if sees[string](v, scrolled) == stood {
		t.Error("a finger on the map does not scroll the page")
	}

	v, m = touchMap(t, "/indicator/nsp/#view=western-and-central-africa")
	before, stood := v.box(), sees[string](v, scrolled)
	v.touch([2]at{m, {m.x - 60, m.y - 40}})
	after := v.box()
	if after[2] != before[2] || after[0] <= before[0] || after[1] <= before[1] {
		t.Errorf("from %v to %v; want the same size, further to the south-east", before, after)
	}
	v.is("the page", scrolled, stood)
	v.is("no card", `String(document.querySelector('.map-card').hidden)`, "true")
	v.is("the page shown", `location.pathname`, "/indicator/nsp/")
}

// A tap tells, a second one on the same country follows its link.
func TestATapTellsAndASecondOneFollows(t *testing.T) {
	t.Parallel()
	v, _ := touchMap(t, "/indicator/nsp/")
	v.do(chromedp.Evaluate[chromedp.Void](`{ window.followed = []; addEventListener('click', event => {
		if (!event.defaultPrevented) followed.push(event.target.closest('a').getAttribute('href')); event.preventDefault(); }); }`))
	p := sees[[]float64](v, `(() => { const r = document.querySelector('.map a[data-country=AUS] .area').getBoundingClientRect();
		return [r.left + r.width / 2, r.top + r.height / 2]; })()`)
	tap := [2]at{{p[0], p[1]}, {p[0], p[1]}}
	v.touch(tap)
	said := sees[string](v, `document.querySelector('.map-card:not([hidden])')?.textContent ?? 'nothing'`)
	if !strings.HasPrefix(said, "Australia") {
		t.Errorf("a tap says %q", said)
	}
	v.is("after a tap", `followed.join()`, "")
	v.touch(tap)
	v.is("after a second tap", `followed.join()`, "/country/aus/")
}
